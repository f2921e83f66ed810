package dev.certdeck.tencent;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops the background for a while after the cloud said that there are too many calls:
 * for 5 seconds, and for twice as long each further time, up to 5 minutes. Five minutes
 * after the end of a pause all is forgotten.
 */
class BackgroundBrake {

	private static final long FIRST = Duration.ofSeconds(5).toNanos();

	private static final long LONGEST = Duration.ofMinutes(5).toNanos();

	private static final long QUIET = Duration.ofMinutes(5).toNanos();

	private static final long TOGETHER = Duration.ofSeconds(1).toNanos();

	private final LongSupplier nanoTime;

	private long length;

	private long begin;

	/**
	 * Creates the brake, not pulled.
	 * @param nanoTime the time, of any origin
	 */
	BackgroundBrake(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Pulls the brake. Further answers within a second are those of calls that were under
	 * way together, and count once.
	 */
	synchronized void pull() {
		long now = this.nanoTime.getAsLong();
		long passed = now - this.begin;
		if (this.length == 0 || passed > this.length + QUIET) {
			this.length = FIRST;
		}
		else if (passed < TOGETHER) {
			return;
		}
		else {
			this.length = Math.min(2 * this.length, LONGEST);
		}
		this.begin = now;
	}

	/**
	 * Returns how long the background has to wait.
	 * @return the time, zero if it may go on
	 */
	synchronized Duration left() {
		long left = this.length - (this.nanoTime.getAsLong() - this.begin);
		return Duration.ofNanos((this.length == 0) ? 0 : Math.max(0, left));
	}

}
