package dev.certdeck.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A time after a failure in which the provider is not asked again.
 */
class Pause {

	private final Duration length;

	private Instant since = Instant.MIN;

	Pause(Duration length) {
		this.length = length;
	}

	synchronized boolean lasts(Instant now) {
		return !now.isBefore(this.since) && now.isBefore(this.since.plus(this.length));
	}

	synchronized void begin(Instant now) {
		this.since = now;
	}

	synchronized boolean beginAnew(Instant now) {
		boolean over = !lasts(now);
		if (over) {
			begin(now);
		}
		return over;
	}

	synchronized void end() {
		this.since = Instant.MIN;
	}

}
