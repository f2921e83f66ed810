package dev.certdeck.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;

/**
 * The machine's clock, put forward or stopped at will.
 */
@Primary
class TestClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	private volatile Instant stopped;

	void putForward(Duration ahead) {
		this.ahead = ahead;
		this.stopped = null;
	}

	void stop() {
		this.stopped = instant();
	}

	void stop(Instant at) {
		this.stopped = at;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		Instant stopped = this.stopped;
		return (stopped != null) ? stopped : Instant.now().plus(this.ahead);
	}

}
