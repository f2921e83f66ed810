package dev.certdeck.certificate;

/**
 * The state that the cloud reports for a certificate.
 *
 * @param code the cloud's number: 0 to 8 as in "Getting Certificate List" of API 2.0, 9
 * to 15 as API 3.0 continues them; any other number is kept as it came
 */
public record CertificateStatus(int code) implements Comparable<CertificateStatus> {

	/**
	 * The domain or the applicant is being verified.
	 */
	public static final CertificateStatus VERIFYING = new CertificateStatus(0);

	/**
	 * Issued.
	 */
	public static final CertificateStatus APPROVED = new CertificateStatus(1);

	/**
	 * The verification failed.
	 */
	public static final CertificateStatus VERIFICATION_FAILED = new CertificateStatus(2);

	/**
	 * Past its validity.
	 */
	public static final CertificateStatus EXPIRED = new CertificateStatus(3);

	/**
	 * A DNS record was added and the verification waits for it.
	 */
	public static final CertificateStatus DNS_RECORD_ADDED = new CertificateStatus(4);

	/**
	 * The order was cancelled, which is not a revocation.
	 */
	public static final CertificateStatus CANCELLED = new CertificateStatus(7);

	/**
	 * Revoked.
	 */
	public static final CertificateStatus REVOKED = new CertificateStatus(10);

	private static final int LAST_DOCUMENTED = 15;

	/**
	 * Tells whether Tencent documents the code.
	 * @return {@code false} for a code that no document explains
	 */
	public boolean isKnown() {
		return this.code >= 0 && this.code <= LAST_DOCUMENTED;
	}

	/**
	 * Tells whether the application still waits for its verification.
	 * @return {@code true} for {@link #VERIFYING} and {@link #DNS_RECORD_ADDED}
	 */
	public boolean isPending() {
		return equals(VERIFYING) || equals(DNS_RECORD_ADDED);
	}

	/**
	 * Names the status.
	 * @return its name, with its number if no document explains it
	 */
	public Message message() {
		return isKnown() ? Message.of("status." + this.code) : Message.of("status.unknown", String.valueOf(this.code));
	}

	@Override
	public int compareTo(CertificateStatus other) {
		return Integer.compare(this.code, other.code);
	}

}
