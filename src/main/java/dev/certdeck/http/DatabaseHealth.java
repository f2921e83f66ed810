package dev.certdeck.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports whether the database accepts a write.
 */
class DatabaseHealth implements HealthIndicator {

	private final DatabaseProbe probe;

	private final DatabaseWatch watch;

	DatabaseHealth(DatabaseProbe probe, DatabaseWatch watch) {
		this.probe = probe;
		this.watch = watch;
	}

	@Override
	public Health health() {
		if (this.watch.isAway()) {
			return Health.down().build();
		}
		try {
			this.probe.ask();
			return Health.up().build();
		}
		catch (RuntimeException ex) {
			this.watch.suspect();
			return Health.down().build();
		}
	}

}
