package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deletes entries after the retention time, in batches, unless the clock can't be
 * trusted.
 */
class Retention {

	private static final Log logger = LogFactory.getLog(Retention.class);

	private static final int BATCH = 1000;

	private final AuditRows rows;

	private final TrailTimes times;

	private final Duration retention;

	private final RetentionRule rule;

	private final Clock clock;

	private final InstantSource databaseClock;

	private volatile boolean halted;

	/**
	 * Creates the retention.
	 * @param rows the entries
	 * @param times stores the trail's own time
	 * @param retention how long entries are kept
	 * @param clock this machine's clock
	 * @param databaseClock the database's clock
	 */
	Retention(AuditRows rows, TrailTimes times, Duration retention, Clock clock, InstantSource databaseClock) {
		this.rows = rows;
		this.times = times;
		this.retention = retention;
		this.rule = new RetentionRule(retention);
		this.clock = clock;
		this.databaseClock = databaseClock;
	}

	/**
	 * Deletes old entries, or logs why none is deleted. Open intents stay.
	 */
	void delete() {
		Instant now = this.clock.instant();
		Instant database = this.databaseClock.instant();
		TrailTime trail = this.times.find().orElseGet(() -> TrailTime.of(now));
		RetentionRule.Decision decision = this.rule.decide(trail, now, database);
		this.times.store(decision.trail());
		this.halted = decision.finding() != RetentionRule.Finding.SOUND;
		switch (decision.finding()) {
			case SOUND -> delete((now.isBefore(database) ? now : database).minus(this.retention));
			case CLOCKS_DIFFER -> logger
				.error("""
						No entry of the audit trail is deleted: the clock of this machine says %s and the database's says %s. \
						Set the one that is wrong."""
					.formatted(now, database));
			case JUMPED -> logger
				.error("""
						No entry of the audit trail is deleted: the clock says %s, and the last time that is believed is %s. \
						If the clock is wrong, set it right. If Certdeck was off for so long, there is nothing to do: \
						the clock is believed after another %d hours of running."""
					.formatted(now, trail.confirmed(),
							RetentionRule.PROBATION.minus(decision.trail().followed()).toHours()));
		}
	}

	private void delete(Instant before) {
		int deleted = 0;
		for (int batch = BATCH; batch == BATCH && !Thread.currentThread().isInterrupted(); deleted += batch) {
			batch = this.rows.delete(before, BATCH);
		}
		if (deleted > 0) {
			logger.info("Deleted %d entries of the audit trail from before %s".formatted(deleted, before));
		}
	}

	/**
	 * Tells whether the last run deleted nothing because of the clock.
	 * @return {@code true} if the clock is not trusted
	 */
	boolean isHalted() {
		return this.halted;
	}

}
