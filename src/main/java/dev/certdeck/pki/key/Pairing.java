package dev.certdeck.pki.key;

/**
 * Whether a private and a public key belong together.
 */
public enum Pairing {

	/**
	 * They are a pair.
	 */
	PAIRED,

	/**
	 * The public key belongs to another private one.
	 */
	DIFFERENT,

	/**
	 * The public keys are equal, but the private key does not work.
	 */
	DAMAGED

}
