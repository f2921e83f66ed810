package dev.certdeck.http;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpStatus;

/**
 * Logs at most once a minute that the server refused requests, without their content.
 */
class RefusedRequests {

	private static final Log logger = LogFactory.getLog(RefusedRequests.class);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final LongSupplier nanoseconds;

	private long next;

	private long unlogged;

	RefusedRequests(LongSupplier nanoseconds) {
		this.nanoseconds = nanoseconds;
		this.next = nanoseconds.getAsLong();
	}

	synchronized void log(HttpStatus status) {
		this.unlogged++;
		long now = this.nanoseconds.getAsLong();
		if (now - this.next >= 0) {
			logger.info(
					"The server refused a request that is not HTTP, or not as it should be: HTTP %d, %d since the last such line"
						.formatted(status.value(), this.unlogged));
			this.unlogged = 0;
			this.next = now + PAUSE.toNanos();
		}
	}

}
