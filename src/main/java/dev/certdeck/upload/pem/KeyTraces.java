package dev.certdeck.upload.pem;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.certdeck.upload.key.Asn1;
import dev.certdeck.upload.key.KeyDecoder;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Decides whether a text might hold a private key, to keep it from being shown again. In
 * doubt it might.
 */
public final class KeyTraces {

	private static final int PREFIX = 16;

	private static final int LONGEST_HARMLESS = 40;

	private static final Pattern WORDS = Pattern.compile("PRIVATE[\\s_-]*KEY|\"(?:d|kty)\"\\s*:",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9+/=_-]{" + LONGEST_HARMLESS + ",}");

	private static final Pattern BASE64_LINE = Pattern.compile("[A-Za-z0-9+/=_-]*");

	private static final Pattern MARKER = Pattern
		.compile("-----(?:BEGIN|END) (?:X509 |TRUSTED )?CERTIFICATE(?: REQUEST)?-----");

	private KeyTraces() {
	}

	/**
	 * Looks for traces of a private key in one line that people write, such as an alias.
	 * @param line any text
	 * @return {@code true} if there are any
	 */
	public static boolean inLine(String line) {
		return WORDS.matcher(line).find() || LONG_BASE64.matcher(line).find();
	}

	/**
	 * Looks for traces of a private key in a text that should hold certificates: the
	 * words, Base64 outside a certificate, and a line that begins as a key does inside of
	 * a block that is no whole certificate.
	 * @param text any text
	 * @return {@code true} if there are any
	 */
	public static boolean in(String text) {
		if (WORDS.matcher(text).find() || hasControlCharacter(text)) {
			return true;
		}
		Matcher marker = MARKER.matcher(text);
		boolean inside = false;
		int position = 0;
		while (marker.find()) {
			if (isSuspicious(text.substring(position, marker.start()), inside)) {
				return true;
			}
			inside = marker.group().contains("BEGIN");
			position = marker.end();
		}
		return isSuspicious(text.substring(position), inside);
	}

	private static boolean isSuspicious(String part, boolean insideCertificate) {
		if (insideCertificate) {
			return part.lines().anyMatch(KeyTraces::beginsAsKey) && !isCertificate(part);
		}
		return LONG_BASE64.matcher(part).find() || hasBase64OverSeveralLines(part);
	}

	/**
	 * Tells whether a block is a certificate and nothing else; the signature of such a
	 * one may begin a line and look like a key.
	 * @param body the text between the markers
	 * @return {@code true} if all of it is one certificate
	 */
	private static boolean isCertificate(String body) {
		try {
			Certificate.getInstance(Asn1.read(Base64.getDecoder().decode(body.replaceAll("\\s", ""))));
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static boolean hasBase64OverSeveralLines(String part) {
		int length = 0;
		for (String line : part.lines().map(String::strip).toList()) {
			length = BASE64_LINE.matcher(line).matches() ? length + line.length() : 0;
			if (length >= LONGEST_HARMLESS) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasControlCharacter(String text) {
		return text.chars()
			.anyMatch((character) -> Character.isISOControl(character) && !Character.isWhitespace(character));
	}

	private static boolean beginsAsKey(String line) {
		String content = line.replaceAll("[^A-Za-z0-9+/]", "");
		return content.length() >= PREFIX
				&& KeyDecoder.isPlausible(Base64.getDecoder().decode(content.substring(0, PREFIX)));
	}

}
