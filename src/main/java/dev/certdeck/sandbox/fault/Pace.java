package dev.certdeck.sandbox.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The latency of answers, and the limit of requests.
 */
public class Pace {

	private static final long WINDOW_MILLIS = 1000;

	private static final Pattern READS = Pattern.compile("Describe|Get|CertGet");

	private final Clock clock;

	private final Map<String, Deque<Long>> lastSecond = new HashMap<>();

	private volatile Duration latency;

	private volatile int requestsPerSecond;

	private final int throttledEvery;

	private final Map<String, Integer> taken = new HashMap<>();

	/**
	 * Creates the pace.
	 * @param latency how long every answer takes at least
	 * @param requestsPerSecond how many requests of one action are accepted in any
	 * second, 0 for any number
	 * @param throttledEvery a number n to throttle every n-th request of an action that
	 * reads, 0 for none
	 * @param clock tells the seconds
	 */
	public Pace(Duration latency, int requestsPerSecond, int throttledEvery, Clock clock) {
		this.latency = latency;
		this.requestsPerSecond = requestsPerSecond;
		this.throttledEvery = throttledEvery;
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
	 * Accepts a request unless there were too many of its action in the last second or it
	 * is one to throttle.
	 * @param action the action
	 * @return whether the request is accepted
	 */
	public synchronized boolean take(String action) {
		if (this.throttledEvery > 0 && READS.matcher(action).lookingAt()
				&& this.taken.merge(action, 1, Integer::sum) % this.throttledEvery == 0) {
			return false;
		}
		if (this.requestsPerSecond == 0) {
			return true;
		}
		long now = this.clock.millis();
		Deque<Long> recent = this.lastSecond.computeIfAbsent(action, (key) -> new ArrayDeque<>());
		while (!recent.isEmpty() && recent.peekFirst() <= now - WINDOW_MILLIS) {
			recent.removeFirst();
		}
		if (recent.size() >= this.requestsPerSecond) {
			return false;
		}
		recent.addLast(now);
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
