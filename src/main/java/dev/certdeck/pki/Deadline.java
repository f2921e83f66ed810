package dev.certdeck.pki;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time by which work on an upload has to stop. Workers check it before every step.
 */
public final class Deadline {

	private final Duration limit;

	private final LongSupplier nanoTime;

	private final long start;

	/**
	 * Creates a deadline for work that begins now.
	 * @param limit how long the work may take
	 * @param nanoTime returns the time in nanoseconds, as {@link System#nanoTime()} does
	 */
	public Deadline(Duration limit, LongSupplier nanoTime) {
		this.limit = limit;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Returns the usual deadline, ten seconds from now: many times what any real upload
	 * takes.
	 * @return the deadline
	 */
	public static Deadline usual() {
		return new Deadline(Duration.ofSeconds(10), System::nanoTime);
	}

	/**
	 * Returns a deadline of the same limit for work that begins now.
	 * @return the deadline
	 */
	public Deadline restart() {
		return new Deadline(this.limit, this.nanoTime);
	}

	boolean isOver() {
		return this.nanoTime.getAsLong() - this.start > this.limit.toNanos();
	}

	/**
	 * Returns the limit.
	 * @return the time in whole seconds
	 */
	public long seconds() {
		return this.limit.toSeconds();
	}

	/**
	 * Requires that there is time left.
	 * @throws OutOfTimeException if there is none
	 */
	public void check() {
		if (isOver()) {
			throw new OutOfTimeException();
		}
	}

}
