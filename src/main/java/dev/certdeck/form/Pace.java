package dev.certdeck.form;

import java.time.Duration;

/**
 * The least pace of a request body.
 *
 * @param pause how long it may pause, and how long it has before the rate is asked of it
 * @param leastRate the least that must come after that, in bytes a second
 */
record Pace(Duration pause, long leastRate) {

	/**
	 * Tells whether a body is too slow.
	 * @param bytes what came of it
	 * @param elapsed the time since the first of it was waited for
	 * @return whether it does
	 */
	boolean isTooSlow(long bytes, Duration elapsed) {
		Duration counted = elapsed.minus(this.pause);
		return !counted.isNegative() && bytes < counted.toMillis() * this.leastRate / 1000;
	}

}
