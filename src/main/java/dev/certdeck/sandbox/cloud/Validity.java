package dev.certdeck.sandbox.cloud;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The validity of a certificate.
 *
 * @param begin the first moment
 * @param end the last moment
 */
public record Validity(Instant begin, Instant end) {

	private static final double DAYS_PER_MONTH = 30.44;

	static Validity of(X509CertificateHolder certificate) {
		return new Validity(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
	}

	/**
	 * Returns the length in months, rounded.
	 * @return the number of months
	 */
	public int months() {
		return (int) Math.round(ChronoUnit.DAYS.between(this.begin, this.end) / DAYS_PER_MONTH);
	}

}
