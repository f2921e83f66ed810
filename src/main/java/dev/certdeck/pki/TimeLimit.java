package dev.certdeck.pki;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the work on one upload may take.
 *
 * @param length the time
 * @param nanoTime tells the time in nanoseconds, as {@link System#nanoTime()} does
 */
public record TimeLimit(Duration length, LongSupplier nanoTime) {

	private static final TimeLimit USUAL = new TimeLimit(Duration.ofSeconds(10), System::nanoTime);

	/**
	 * Returns the usual limit, many times what any real upload takes.
	 * @return ten seconds
	 */
	public static TimeLimit usual() {
		return USUAL;
	}

	/**
	 * Begins to measure.
	 * @return when to stop
	 */
	public Deadline begin() {
		return new Deadline(this, this.nanoTime.getAsLong());
	}

}
