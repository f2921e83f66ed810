package dev.certdeck.pki;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises what a text without PEM blocks is.
 */
final class NotPem {

	private static final int SAMPLE = 4096;

	private static final Pattern FILE_NAME = Pattern
		.compile("\\S{1,255}\\.(?:pem|crt|cer|cert|key|der|pfx|p12|p7b|jks|zip|txt)|(?:[A-Za-z]:)?[/\\\\~.]\\S{1,255}");

	private static final Pattern SSH = Pattern.compile("(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ AAAA.*", Pattern.DOTALL);

	private NotPem() {
	}

	static FindingCode recognise(String text) {
		String sample = text.substring(0, Math.min(SAMPLE, text.length())).strip();
		if (isBinary(sample)) {
			return FindingCode.BINARY;
		}
		String lower = sample.toLowerCase(Locale.ROOT);
		if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.contains("</")) {
			return FindingCode.HTML;
		}
		if (sample.startsWith("PuTTY-User-Key-File")) {
			return FindingCode.PUTTY_KEY;
		}
		if (sample.startsWith("{") && sample.contains("\"kty\"")) {
			return FindingCode.JSON_WEB_KEY;
		}
		if (SSH.matcher(sample).matches()) {
			return FindingCode.SSH_PUBLIC_KEY;
		}
		return FILE_NAME.matcher(sample).matches() ? FindingCode.FILE_NAME : FindingCode.NOT_PEM;
	}

	private static boolean isBinary(String sample) {
		return sample.chars()
			.anyMatch((character) -> Character.isISOControl(character) && !Character.isWhitespace(character)
					&& character != 0x85);
	}

}
