package dev.certdeck.pki.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprints by which certificates and keys are told apart.
 */
public final class Fingerprint {

	private Fingerprint() {
	}

	/**
	 * Digests content with SHA-256.
	 * @param content any bytes
	 * @return lower-case hexadecimal without separators
	 */
	public static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
