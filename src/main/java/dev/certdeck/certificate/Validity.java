package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The time in which a certificate is valid, as far as it is known.
 *
 * @param from the first instant, absent if it is not known
 * @param until the last instant, {@link #NO_END} if there is none, absent if it is not
 * known
 * @param endUnknown whether there is an end that can't be read
 */
public record Validity(@Nullable Instant from, @Nullable Instant until, boolean endUnknown) {

	/**
	 * The end of a certificate that has no well-defined expiration date (RFC 5280,
	 * section 4.1.2.5).
	 */
	public static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

	/**
	 * The beginning of the year's last day in the earliest time zone, UTC+14.
	 */
	private static final Instant LAST_DAY = Instant.parse("9999-12-30T10:00:00Z");

	/**
	 * Creates the span. An end on the last day of the year 9999, in whichever zone, or
	 * later is {@link #NO_END}.
	 */
	public Validity {
		until = (until == null || until.isBefore(LAST_DAY)) ? until : NO_END;
	}

	/**
	 * Creates a span.
	 * @param from the first instant, absent if it is not known
	 * @param until the last instant, absent if it is not known
	 */
	public Validity(@Nullable Instant from, @Nullable Instant until) {
		this(from, until, false);
	}

	/**
	 * Tells whether there is no end.
	 * @return {@code false} if there is one or it is not known
	 */
	public boolean isEndless() {
		return NO_END.equals(this.until);
	}

	/**
	 * Tells whether the end comes before the beginning, so that the certificate is never
	 * valid.
	 * @return {@code false} if there is one or it is not known
	 */
	public boolean isReversed() {
		return this.from != null && this.until != null && this.until.isBefore(this.from);
	}

	/**
	 * Tells whether the span is over.
	 * @param now the present
	 * @return {@code true} once {@code until} has passed
	 */
	public boolean isOver(Instant now) {
		return this.until != null && now.isAfter(this.until);
	}

	/**
	 * Counts the whole days until the end, which must be known.
	 * @param now the present
	 * @return days left, rounded down; after the end, the days since it as a negative
	 * number
	 */
	public long daysLeft(Instant now) {
		return Duration.between(now, Objects.requireNonNull(this.until)).toDays();
	}

	/**
	 * Returns how long the span is.
	 * @return its length, absent if an end of it is not known, it has none or comes
	 * before the beginning
	 */
	public Optional<Duration> length() {
		if (this.from == null || this.until == null || isEndless() || isReversed()) {
			return Optional.empty();
		}
		return Optional.of(Duration.between(this.from, this.until));
	}

	/**
	 * Returns how much of the span is left.
	 * @param now the present
	 * @return percent from 0 to 100, absent if the span has no {@linkplain #length()
	 * length}
	 */
	public @Nullable Integer percentLeft(Instant now) {
		long whole = length().map(Duration::toSeconds).orElse(0L);
		return (whole > 0) ? (int) Math.max(0, Math.min(100, leftOf(now) * 100 / whole)) : null;
	}

	private long leftOf(Instant now) {
		return Duration.between(now, Objects.requireNonNull(this.until)).toSeconds();
	}

}
