package dev.certdeck.upload.pem;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises what a text without any block is instead.
 */
final class NotPem {

	private static final int SAMPLE = 4096;

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{40,}+");

	private static final Pattern FILE_NAME = Pattern
		.compile("\\S{1,255}\\.(?:pem|crt|cer|cert|key|der|pfx|p12|jks|txt)|(?:[A-Za-z]:)?[/\\\\~.]\\S{1,255}");

	private static final Pattern SSH = Pattern.compile("(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ AAAA.*", Pattern.DOTALL);

	private NotPem() {
	}

	static Fault recognise(Lines lines) {
		String text = lines.text();
		if (text.isBlank()) {
			return Fault.of(Fault.Code.EMPTY);
		}
		int begin = text.indexOf("BEGIN ");
		if (begin >= 0) {
			return Fault.of(Fault.Code.MALFORMED_BEGIN, lines.lineOf(begin));
		}
		String sample = text.substring(0, Math.min(SAMPLE, text.length()));
		return Fault.of(isBinary(sample) ? binary(sample) : textual(sample.strip(), text));
	}

	private static boolean isBinary(String sample) {
		return sample.chars()
			.anyMatch((character) -> Character.isISOControl(character) && !Character.isWhitespace(character)
					&& character != 0x85)
				|| sample.startsWith("0\u0082");
	}

	private static Fault.Code binary(String sample) {
		if (sample.startsWith("PK\u0003\u0004")) {
			return Fault.Code.ZIP;
		}
		if (sample.startsWith("\u00fe\u00ed\u00fe\u00ed") || sample.startsWith("\u00ce\u00ce\u00ce\u00ce")) {
			return Fault.Code.JAVA_KEY_STORE;
		}
		if (!sample.startsWith("0")) {
			return Fault.Code.BINARY;
		}
		return isPkcs12(sample) ? Fault.Code.PKCS12 : Fault.Code.DER;
	}

	private static boolean isPkcs12(String sample) {
		int version = sample.indexOf("\u0002\u0001\u0003");
		return version >= 2 && version <= 6;
	}

	private static Fault.Code textual(String sample, String text) {
		String lower = sample.toLowerCase(Locale.ROOT);
		if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.contains("</")) {
			return Fault.Code.HTML;
		}
		if (SSH.matcher(sample).matches()) {
			return Fault.Code.SSH_PUBLIC_KEY;
		}
		if (BASE64.matcher(text).matches()) {
			return Fault.Code.BARE_BASE64;
		}
		return FILE_NAME.matcher(sample).matches() ? Fault.Code.FILE_NAME : Fault.Code.NOT_PEM;
	}

}
