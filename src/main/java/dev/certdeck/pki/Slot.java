package dev.certdeck.pki;

/**
 * The parts of the upload form in which certificates and keys are given.
 */
public enum Slot {

	/**
	 * The part for the certificate and its chain.
	 */
	CHAIN,

	/**
	 * The part for the private key.
	 */
	KEY

}
