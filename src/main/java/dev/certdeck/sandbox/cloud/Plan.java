package dev.certdeck.sandbox.cloud;

/**
 * Plans of certificates, on which the rules of deletion depend.
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
