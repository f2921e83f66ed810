package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of this replica's part in the inventory that all replicas share.
 */
class ReplicaMetrics implements MeterBinder {

	private static final String SECONDS = "seconds";

	private final Inventory inventory;

	private final Clock clock;

	/**
	 * Creates the metrics.
	 * @param inventory the inventory of this replica
	 * @param clock the clock
	 */
	ReplicaMetrics(Inventory inventory, Clock clock) {
		this.inventory = inventory;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("certdeck.inventory.refresher", () -> this.inventory.isRefresher() ? 1 : 0)
			.description("1 at the replica that read the list last, 0 at the others")
			.register(registry);
		Gauge.builder("certdeck.inventory.exchange.age", () -> age(this.inventory.exchangedAt()))
			.description("The time since this replica exchanged the inventory with the others")
			.baseUnit(SECONDS)
			.register(registry);
		Gauge
			.builder("certdeck.inventory.usage.age",
					() -> age(this.inventory.snapshot().map(Snapshot::usageAsOf).orElse(null)))
			.description("The time since the certificate was asked for whose usage is the oldest")
			.baseUnit(SECONDS)
			.register(registry);
	}

	private @Nullable Number age(@Nullable Instant then) {
		return (then != null) ? Duration.between(then, this.clock.instant()).toMillis() / 1000.0 : null;
	}

}
