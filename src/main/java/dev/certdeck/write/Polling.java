package dev.certdeck.write;

import java.time.Duration;

/**
 * How often the cloud is asked for the outcome of a write.
 *
 * @param attempts the number of attempts
 * @param interval how long to wait before each
 */
public record Polling(int attempts, Duration interval) {

	/**
	 * Once, without waiting.
	 */
	public static final Polling ONCE = new Polling(1, Duration.ZERO);

	/**
	 * Waits before an attempt.
	 * @return {@code false} if the thread was interrupted, so that nothing is to be asked
	 */
	boolean pause() {
		try {
			Thread.sleep(this.interval.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
