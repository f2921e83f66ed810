package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of Tencent Cloud by the last refresh. It is never down, since Certdeck shows
 * what it knows while the cloud does not answer.
 */
class CloudHealth implements HealthIndicator, InventoryObserver {

	private static final Status DEGRADED = new Status("DEGRADED");

	private final Clock clock;

	private volatile Status status = Status.UNKNOWN;

	private volatile @Nullable Snapshot snapshot;

	private volatile @Nullable Map<String, Object> lastFailure;

	CloudHealth(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void changed(Snapshot snapshot) {
		this.snapshot = snapshot;
	}

	@Override
	public void listRead(Instant end, @Nullable RefreshFailure failure) {
		this.status = (failure != null) ? DEGRADED : Status.UP;
		if (failure != null) {
			this.lastFailure = describe(failure, end);
		}
	}

	@Override
	public Health health() {
		Health.Builder health = Health.status(this.status);
		Snapshot known = this.snapshot;
		if (known != null) {
			health.withDetail("certificates", known.entries().size())
				.withDetail("asOf", known.asOf().toString())
				.withDetail("ageSeconds", Duration.between(known.asOf(), this.clock.instant()).toSeconds());
		}
		Map<String, Object> failed = this.lastFailure;
		if (failed != null) {
			health.withDetail("lastFailure", failed);
		}
		return health.build();
	}

	private static Map<String, Object> describe(RefreshFailure failure, Instant at) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("at", at.toString());
		if (failure.call() != null) {
			description.put("host", failure.call().host());
			description.put("action", failure.call().action());
		}
		description.put("kind", failure.kind());
		return description;
	}

}
