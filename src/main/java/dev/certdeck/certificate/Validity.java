package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;

/**
 * The span in which a certificate is valid.
 *
 * @param from the first instant
 * @param until the last instant
 */
public record Validity(Instant from, Instant until) {

	/**
	 * Tells whether the span is over.
	 * @param now the present
	 * @return {@code true} once {@code until} has passed
	 */
	public boolean isOver(Instant now) {
		return now.isAfter(this.until);
	}

	/**
	 * Counts the whole days until the end.
	 * @param now the present
	 * @return days left, rounded down; after the end, the days since it as a negative
	 * number
	 */
	public long daysLeft(Instant now) {
		return Duration.between(now, this.until).toDays();
	}

	/**
	 * Returns how much of the span is left.
	 * @param now the present
	 * @return percent from 0 to 100
	 */
	public int percentLeft(Instant now) {
		long whole = Duration.between(this.from, this.until).toSeconds();
		long left = Duration.between(now, this.until).toSeconds();
		return (whole <= 0) ? 0 : (int) Math.max(0, Math.min(100, left * 100 / whole));
	}

}
