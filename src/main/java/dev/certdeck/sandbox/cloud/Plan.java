package dev.certdeck.sandbox.cloud;

/**
 * How the account came to a certificate, on which its deletion depends.
 */
public enum Plan {

	/**
	 * Uploaded by the account itself.
	 */
	UPLOADED,

	/**
	 * Issued free of charge.
	 */
	FREE,

	/**
	 * Bought.
	 */
	PAID

}
