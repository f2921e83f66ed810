package dev.certdeck.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;

/**
 * The machine's clock, put forward at will.
 */
@Primary
class TestClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	void putForward(Duration ahead) {
		this.ahead = ahead;
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
		return Instant.now().plus(this.ahead);
	}

}
