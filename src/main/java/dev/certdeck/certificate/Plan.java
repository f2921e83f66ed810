package dev.certdeck.certificate;

/**
 * How the account obtained a certificate, which decides the rules of its deletion.
 */
public enum Plan {

	/**
	 * Issued elsewhere and uploaded by the account.
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
