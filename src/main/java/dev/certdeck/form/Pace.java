package dev.certdeck.form;

import java.time.Duration;

/**
 * The least pace of a request body.
 *
 * @param pause how long it may pause, and how long it has before the rate is required
 * @param leastRate the minimum rate after that, in bytes per second
 */
record Pace(Duration pause, long leastRate) {

	/**
	 * Tells whether a body is too slow, by its bytes and the time since the first read.
	 */
	boolean isTooSlow(long bytes, Duration elapsed) {
		Duration counted = elapsed.minus(this.pause);
		return !counted.isNegative() && bytes < counted.toMillis() * this.leastRate / 1000;
	}

}
