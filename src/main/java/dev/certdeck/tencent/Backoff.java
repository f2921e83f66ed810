package dev.certdeck.tencent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, and never two clients in
 * step.
 */
class Backoff {

	private static final int MAX_DOUBLINGS = 10;

	private final Duration first;

	private final RandomGenerator random;

	Backoff(Duration first, RandomGenerator random) {
		this.first = first;
		this.random = random;
	}

	/**
	 * Returns the wait after a failed try.
	 * @param failures the number of tries that have failed, from 1
	 * @return between one half and all of the doubled wait
	 */
	Duration after(int failures) {
		long full = this.first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
		return Duration.ofMillis(full / 2 + this.random.nextLong(full / 2 + 1));
	}

}
