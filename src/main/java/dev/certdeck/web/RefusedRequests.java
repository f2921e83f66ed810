package dev.certdeck.web;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpStatus;

/**
 * Says that the server refused requests, once in a minute, and nothing of what they were.
 */
class RefusedRequests {

	private static final Log logger = LogFactory.getLog(RefusedRequests.class);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final LongSupplier nanoseconds;

	private long next;

	private long unsaid;

	/**
	 * Creates the count.
	 * @param nanoseconds tells the time
	 */
	RefusedRequests(LongSupplier nanoseconds) {
		this.nanoseconds = nanoseconds;
		this.next = nanoseconds.getAsLong();
	}

	/**
	 * Counts a request, and says so if that was not done for a while.
	 * @param status with what it was refused
	 */
	synchronized void say(HttpStatus status) {
		this.unsaid++;
		long now = this.nanoseconds.getAsLong();
		if (now - this.next >= 0) {
			logger.info(
					"The server refused a request that is not HTTP, or not as it should be: HTTP %d, %d since the last such line"
						.formatted(status.value(), this.unsaid));
			this.unsaid = 0;
			this.next = now + PAUSE.toNanos();
		}
	}

}
