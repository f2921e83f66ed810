package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deletes entries that are older than they have to be kept, a few at a time.
 */
class Retention {

	private static final Log logger = LogFactory.getLog(Retention.class);

	private static final int BATCH = 1000;

	private final AuditRows rows;

	private final Duration retention;

	private final Clock clock;

	Retention(AuditRows rows, Duration retention, Clock clock) {
		this.rows = rows;
		this.retention = retention;
		this.clock = clock;
	}

	/**
	 * Deletes what is old. Intents without an outcome stay.
	 */
	void delete() {
		Instant before = this.clock.instant().minus(this.retention);
		int deleted = 0;
		for (int batch = BATCH; batch == BATCH && !Thread.currentThread().isInterrupted(); deleted += batch) {
			batch = this.rows.delete(before, BATCH);
		}
		if (deleted > 0) {
			logger.info("Deleted %d entries of the audit trail from before %s".formatted(deleted, before));
		}
	}

}
