package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import dev.certdeck.certificate.Validity;

/**
 * How urgent the end of a validity is, relative to its length: what is early for a
 * certificate of one year is late for one of 47 days.
 */
enum ExpiryBand {

	/**
	 * The validity is over.
	 */
	EXPIRED,

	/**
	 * Less than half of the warning time is left.
	 */
	CRITICAL,

	/**
	 * Time to renew.
	 */
	SOON,

	/**
	 * Nothing to do yet.
	 */
	LATER;

	/**
	 * Returns the band of a validity.
	 * @param validity the validity, whose end must be known
	 * @param longestWarning the longest warning time; that of a shorter validity is a
	 * third of its length, if that is known
	 * @param now the present
	 * @return the band
	 */
	static ExpiryBand of(Validity validity, Duration longestWarning, Instant now) {
		if (validity.isOver(now)) {
			return EXPIRED;
		}
		Duration warning = validity.length()
			.map((length) -> length.dividedBy(3))
			.filter((third) -> third.compareTo(longestWarning) < 0)
			.orElse(longestWarning);
		Duration left = Duration.between(now, Objects.requireNonNull(validity.until()));
		if (left.compareTo(warning) > 0) {
			return LATER;
		}
		return (left.compareTo(warning.dividedBy(2)) > 0) ? SOON : CRITICAL;
	}

}
