package dev.certdeck.sandbox.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the cloud takes for an answer, and how many requests of one action it takes in
 * a second.
 */
public class Pace {

	private static final long WINDOW_MILLIS = 1000;

	private final Clock clock;

	private final Map<String, Deque<Long>> lastSecond = new HashMap<>();

	private volatile Duration latency;

	private volatile int requestsPerSecond;

	/**
	 * Creates the pace.
	 * @param latency how long every answer takes at least
	 * @param requestsPerSecond how many requests of one action are taken in any second, 0
	 * for any number
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
	 * Takes a request, unless there were too many of its action in the last second.
	 * @param action the action
	 * @return whether the request was taken
	 */
	public synchronized boolean take(String action) {
		if (this.requestsPerSecond == 0) {
			return true;
		}
		long now = this.clock.millis();
		Deque<Long> taken = this.lastSecond.computeIfAbsent(action, (key) -> new ArrayDeque<>());
		while (!taken.isEmpty() && taken.peekFirst() <= now - WINDOW_MILLIS) {
			taken.removeFirst();
		}
		if (taken.size() >= this.requestsPerSecond) {
			return false;
		}
		taken.addLast(now);
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
