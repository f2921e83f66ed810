package dev.certdeck.pki.key;

import java.security.Provider;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Bouncy Castle's provider, which is not registered for the whole process.
 */
public final class BouncyCastle {

	private static final Provider PROVIDER = new BouncyCastleProvider();

	private BouncyCastle() {
	}

	/**
	 * Returns the provider.
	 * @return the one instance
	 */
	public static Provider provider() {
		return PROVIDER;
	}

}
