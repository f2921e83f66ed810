package dev.certdeck.tencent;

import java.time.Duration;

/**
 * The end of the time that a whole call may take.
 */
class Deadline {

	private final long end;

	Deadline(Duration limit) {
		this.end = System.nanoTime() + limit.toNanos();
	}

	/**
	 * Returns the time that is left.
	 * @return the time, zero or negative once it is over
	 */
	Duration left() {
		return Duration.ofNanos(this.end - System.nanoTime());
	}

}
