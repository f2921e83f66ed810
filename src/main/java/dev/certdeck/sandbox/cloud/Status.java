package dev.certdeck.sandbox.cloud;

/**
 * Statuses of certificates (API 2.0, "Certificate Status Information"; 9 to 15 by API
 * 3.0). {@link #MATERIALS_MISSING} and {@link #LETTER_MISSING} are those of OV and EV
 * orders.
 */
public final class Status {

	public static final int VERIFYING = 0;

	public static final int APPROVED = 1;

	public static final int FAILED = 2;

	public static final int EXPIRED = 3;

	public static final int DNS_RECORD_ADDED = 4;

	public static final int MATERIALS_MISSING = 5;

	public static final int CANCELLING = 6;

	public static final int CANCELLED = 7;

	public static final int LETTER_MISSING = 8;

	public static final int REVOKING = 9;

	public static final int REVOKED = 10;

	public static final int REISSUING = 11;

	public static final int REVOCATION_LETTER_MISSING = 12;

	public static final int FREE_MATERIALS_MISSING = 13;

	public static final int REFUNDED = 14;

	public static final int MIGRATING = 15;

	private Status() {
	}

}
