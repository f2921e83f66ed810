package dev.certdeck.sandbox.cloud;

/**
 * The certificate statuses that the cloud tells apart (API 2.0, certificate status
 * information; 9 to 15 by the numbering of API 3.0).
 */
public final class Status {

	/**
	 * Verifying.
	 */
	public static final int VERIFYING = 0;

	/**
	 * Approved.
	 */
	public static final int APPROVED = 1;

	/**
	 * Verification failed.
	 */
	public static final int FAILED = 2;

	/**
	 * Expired.
	 */
	public static final int EXPIRED = 3;

	/**
	 * The DNS record that proves the domain has been added.
	 */
	public static final int DNS_RECORD_ADDED = 4;

	/**
	 * Materials of an OV or EV certificate are to be submitted.
	 */
	public static final int MATERIALS_MISSING = 5;

	/**
	 * The order is being cancelled.
	 */
	public static final int CANCELLING = 6;

	/**
	 * Cancelled.
	 */
	public static final int CANCELLED = 7;

	/**
	 * Materials are submitted, the confirmation letter is to be uploaded.
	 */
	public static final int LETTER_MISSING = 8;

	/**
	 * Being revoked.
	 */
	public static final int REVOKING = 9;

	/**
	 * Revoked.
	 */
	public static final int REVOKED = 10;

	/**
	 * Being issued again.
	 */
	public static final int REISSUING = 11;

	/**
	 * The letter that confirms the revocation is to be uploaded.
	 */
	public static final int REVOCATION_LETTER_MISSING = 12;

	/**
	 * Materials of a free certificate are to be submitted.
	 */
	public static final int FREE_MATERIALS_MISSING = 13;

	/**
	 * The money was given back.
	 */
	public static final int REFUNDED = 14;

	/**
	 * On the move from another account.
	 */
	public static final int MIGRATING = 15;

	private Status() {
	}

}
