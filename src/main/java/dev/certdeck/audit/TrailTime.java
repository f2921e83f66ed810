package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * The audit trail's own time, with which the clock is compared.
 *
 * @param confirmed the latest trusted time
 * @param looked the clock at the last check
 * @param followed how long Certdeck has run, check by check, since the clock jumped; zero
 * if it did not
 */
record TrailTime(Instant confirmed, Instant looked, Duration followed) {

	static TrailTime of(Instant time) {
		return new TrailTime(time, time, Duration.ZERO);
	}

}
