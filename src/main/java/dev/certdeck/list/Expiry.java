package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Which end of validity is looked for.
 *
 * @param withinDays within how many days it comes, absent for certificates that are
 * expired
 */
record Expiry(@Nullable Integer withinDays) {

	static final Expiry EXPIRED = new Expiry(null);

	private static final int MOST_DAYS = 36500;

	/**
	 * Reads the wish as it stands in a URL.
	 * @param text {@code expired} or a number of days
	 * @return the wish, or nothing if it makes no sense
	 */
	static Optional<Expiry> parse(String text) {
		if (text.equals("expired")) {
			return Optional.of(EXPIRED);
		}
		return Numbers.parse(text, 0, MOST_DAYS).map(Expiry::new);
	}

	/**
	 * Tells whether a certificate fits.
	 * @param certificate the certificate
	 * @param now the present
	 * @return {@code true} if its validity ends as looked for
	 */
	boolean test(Certificate certificate, Instant now) {
		Validity validity = certificate.validity();
		boolean expired = certificate.status().equals(CertificateStatus.EXPIRED)
				|| (validity != null && validity.isOver(now));
		if (this.withinDays == null) {
			return expired;
		}
		Instant until = (validity != null) ? validity.until() : null;
		return until != null && !expired && !until.isAfter(now.plus(Duration.ofDays(this.withinDays)));
	}

	@Override
	public String toString() {
		return (this.withinDays != null) ? this.withinDays.toString() : "expired";
	}

}
