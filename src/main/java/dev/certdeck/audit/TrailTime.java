package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * The audit trail's own time, against which a clock is held.
 *
 * @param confirmed the latest time that is believed
 * @param looked what the clock said at the last look
 * @param followed how long Certdeck has run, look by look, since the clock jumped; zero
 * if it did not
 */
record TrailTime(Instant confirmed, Instant looked, Duration followed) {

	static TrailTime of(Instant time) {
		return new TrailTime(time, time, Duration.ZERO);
	}

}
