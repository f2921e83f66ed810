package dev.certdeck.certificate;

/**
 * How the account came to a certificate, which decides the rules of its deletion.
 */
public enum Plan {

	/**
	 * Brought by the account from elsewhere.
	 */
	UPLOADED,

	/**
	 * Issued through Tencent Cloud without charge.
	 */
	FREE,

	/**
	 * Bought through Tencent Cloud.
	 */
	PAID

}
