package dev.certdeck.sandbox.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long the cloud takes for an answer, and how many requests it takes in a second.
 */
public class Pace {

	private static final long WINDOW_MILLIS = 1000;

	private final Clock clock;

	private final Deque<Long> lastSecond = new ArrayDeque<>();

	private volatile Duration latency;

	private volatile int requestsPerSecond;

	/**
	 * Creates the pace.
	 * @param latency how long every answer takes at least
	 * @param requestsPerSecond how many requests are taken in any second, 0 for any
	 * number
	 * @param clock tells the seconds
	 */
	public Pace(Duration latency, int requestsPerSecond, Clock clock) {
		this.latency = latency;
		this.requestsPerSecond = requestsPerSecond;
		this.clock = clock;
	}

	public Duration latency() {
		return this.latency;
	}

	public void latency(Duration latency) {
		this.latency = latency;
	}

	public int requestsPerSecond() {
		return this.requestsPerSecond;
	}

	public void requestsPerSecond(int requestsPerSecond) {
		this.requestsPerSecond = requestsPerSecond;
	}

	/**
	 * Takes a request, unless there were too many in the last second.
	 * @return whether the request was taken
	 */
	public synchronized boolean take() {
		long now = this.clock.millis();
		while (!this.lastSecond.isEmpty() && this.lastSecond.peekFirst() <= now - WINDOW_MILLIS) {
			this.lastSecond.removeFirst();
		}
		if (this.requestsPerSecond == 0) {
			return true;
		}
		if (this.lastSecond.size() >= this.requestsPerSecond) {
			return false;
		}
		this.lastSecond.addLast(now);
		return true;
	}

	/**
	 * Waits for the latency.
	 */
	public void pause() {
		pause(this.latency);
	}

	/**
	 * Waits.
	 * @param duration how long
	 */
	public static void pause(Duration duration) {
		if (duration.isZero()) {
			return;
		}
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
