package dev.certdeck.pki;

/**
 * When work has to stop. Whoever works asks it before every step.
 *
 * @param limit how long the work may take
 * @param start when it began, by the limit's clock in nanoseconds
 */
public record Deadline(TimeLimit limit, long start) {

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
