package dev.certdeck.pki;

/**
 * When work has to stop. Whoever works asks it before every step.
 */
public final class Deadline {

	private final TimeLimit limit;

	private final long start;

	Deadline(TimeLimit limit, long start) {
		this.limit = limit;
		this.start = start;
	}

	boolean isOver() {
		return this.limit.nanoTime().getAsLong() - this.start > this.limit.length().toNanos();
	}

	/**
	 * Returns how much time there was.
	 * @return the time in whole seconds
	 */
	public long seconds() {
		return this.limit.length().toSeconds();
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
