package dev.certdeck.pki.key;

/**
 * What comes of trying a private key with a public half.
 */
public enum Pairing {

	/**
	 * They belong together.
	 */
	PAIRED,

	/**
	 * The public half is of another key.
	 */
	DIFFERENT,

	/**
	 * The public halves are equal, but the private half does not work.
	 */
	DAMAGED

}
