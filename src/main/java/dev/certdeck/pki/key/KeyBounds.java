package dev.certdeck.pki.key;

import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * The greatest sizes of keys that are used, so that none costs more time than a real one.
 */
final class KeyBounds {

	private static final int MAXIMUM_RSA_BITS = 8192;

	private static final int LARGE_RSA_BITS = 3072;

	/**
	 * The greatest public exponent (CA/Browser Forum, Baseline Requirements, section
	 * 6.1.6); the time that it takes to verify a signature grows with it.
	 */
	private static final int MAXIMUM_EXPONENT_BITS = 256;

	private static final int MAXIMUM_EXPONENT_BITS_OF_LARGE = 64;

	private static final int MAXIMUM_DSA_BITS = 4096;

	private static final int MAXIMUM_DSA_ORDER_BITS = 512;

	private KeyBounds() {
	}

	static boolean isRsaBounded(RSAKeyParameters key) {
		int bits = key.getModulus().bitLength();
		return key.getModulus().signum() > 0 && key.getExponent().signum() > 0 && bits <= MAXIMUM_RSA_BITS
				&& key.getExponent()
					.bitLength() <= ((bits > LARGE_RSA_BITS) ? MAXIMUM_EXPONENT_BITS_OF_LARGE : MAXIMUM_EXPONENT_BITS);
	}

	static boolean isDsaBounded(DSAParameter parameters) {
		return parameters.getP().signum() > 0 && parameters.getQ().signum() > 0
				&& parameters.getP().bitLength() <= MAXIMUM_DSA_BITS
				&& parameters.getQ().bitLength() <= MAXIMUM_DSA_ORDER_BITS
				&& parameters.getG().bitLength() <= MAXIMUM_DSA_BITS;
	}

}
