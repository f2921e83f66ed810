package dev.certdeck.pki.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprints of certificates and keys.
 */
public final class Fingerprint {

	private static final HexFormat SHOWN = HexFormat.ofDelimiter(":").withUpperCase();

	private Fingerprint() {
	}

	/**
	 * Digests content with SHA-256.
	 * @param content any bytes
	 * @return lower-case hexadecimal without separators
	 */
	public static String sha256(byte[] content) {
		return HexFormat.of().formatHex(digest("SHA-256", content));
	}

	/**
	 * Digests content and writes the digest as people compare it.
	 * @param algorithm the digest, such as {@code SHA-1}
	 * @param content any bytes
	 * @return upper-case hexadecimal with colons
	 */
	public static String shown(String algorithm, byte[] content) {
		return SHOWN.formatHex(digest(algorithm, content));
	}

	private static byte[] digest(String algorithm, byte[] content) {
		try {
			return MessageDigest.getInstance(algorithm).digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
