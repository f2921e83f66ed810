package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A range of the end of the validity, as the list filters by it.
 *
 * @param withinDays the most days until the end, absent for certificates that are expired
 */
record Expiry(@Nullable Integer withinDays) {

	static final Expiry EXPIRED = new Expiry(null);

	private static final int MOST_DAYS = 36500;

	/**
	 * Parses the range as it is written in a URL.
	 * @param text {@code expired} or a number of days
	 * @return the range, empty if the text is neither
	 */
	static Optional<Expiry> parse(String text) {
		if (text.equals("expired")) {
			return Optional.of(EXPIRED);
		}
		return Numbers.parse(text, 0, MOST_DAYS).map(Expiry::new);
	}

	/**
	 * Returns the last instant of the range.
	 * @param now the present
	 * @return the instant, the present for certificates that are expired
	 */
	Instant last(Instant now) {
		return (this.withinDays != null) ? now.plus(Duration.ofDays(this.withinDays)) : now;
	}

	@Override
	public String toString() {
		return (this.withinDays != null) ? this.withinDays.toString() : "expired";
	}

}
