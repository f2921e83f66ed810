package dev.certdeck.upload.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import dev.certdeck.certificate.Validity;

/**
 * The maximum validity of a publicly trusted certificate by its date of issue (CA/Browser
 * Forum, Baseline Requirements, section 6.3.2, and ballot SC-081v3).
 */
final class Lifetimes {

	private static final NavigableMap<Instant, Integer> MAXIMUM_DAYS = new TreeMap<>(Map.of(day("2018-03-01"), 825,
			day("2020-09-01"), 398, day("2026-03-15"), 200, day("2027-03-15"), 100, day("2029-03-15"), 47));

	private Lifetimes() {
	}

	private static Instant day(String date) {
		return Instant.parse(date + "T00:00:00Z");
	}

	/**
	 * Returns the maximum validity if a certificate exceeds it.
	 * @param validity when it is valid; its beginning counts as its issue
	 * @return the days, absent if it does not
	 */
	static Optional<Integer> exceeded(Validity validity) {
		return Optional.ofNullable(MAXIMUM_DAYS.floorEntry(validity.from()))
			.map(Map.Entry::getValue)
			.filter((days) -> length(validity).compareTo(Duration.ofDays(days)) > 0);
	}

	/**
	 * Returns how long a certificate is valid, including its last second.
	 * @param validity when it is valid
	 * @return the length
	 */
	static Duration length(Validity validity) {
		return Duration.between(validity.from(), validity.until()).plusSeconds(1);
	}

}
