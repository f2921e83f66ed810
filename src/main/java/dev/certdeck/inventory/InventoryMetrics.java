package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.ToIntFunction;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of the inventory: the age and size of the snapshot, the refreshes, and when
 * certificates end.
 */
class InventoryMetrics implements InventoryObserver {

	private static final String SECONDS = "seconds";

	private final MeterRegistry registry;

	private final int most;

	private final Clock clock;

	private final MultiGauge ends;

	private volatile @Nullable Snapshot snapshot;

	private volatile int omitted;

	/**
	 * Creates the metrics.
	 * @param registry the registry
	 * @param most how many certificates have a metric of their own
	 * @param clock the clock
	 */
	InventoryMetrics(MeterRegistry registry, int most, Clock clock) {
		this.registry = registry;
		this.most = most;
		this.clock = clock;
		this.ends = MultiGauge.builder("certdeck.certificate.not.after")
			.description("When the certificate ends, in seconds since 1970-01-01 UTC")
			.baseUnit(SECONDS)
			.register(registry);
		Gauge.builder("certdeck.certificate.not.after.omitted", () -> this.omitted)
			.description("The certificates whose end is in no metric, because there are too many")
			.register(registry);
		Gauge.builder("certdeck.certificate.not.after.unknown", () -> count(Snapshot::endsUnknown))
			.description("The certificates whose end is in no metric, because it is not known")
			.register(registry);
		Gauge.builder("certdeck.inventory.age", this::age)
			.description("The time since the certificates began to be read")
			.baseUnit(SECONDS)
			.register(registry);
		Gauge.builder("certdeck.inventory.certificates", () -> count((known) -> known.entries().size()))
			.description("The certificates that the account holds")
			.register(registry);
		Gauge.builder("certdeck.inventory.unreadable", () -> count(Snapshot::unreadable))
			.description("The rows of the cloud's list that are left out, because they can't be read")
			.register(registry);
	}

	@Override
	public void changed(Snapshot snapshot) {
		this.snapshot = snapshot;
		List<Certificate> ending = snapshot.entries()
			.stream()
			.map(Entry::certificate)
			.filter(InventoryMetrics::ends)
			.toList();
		Collection<Certificate> shown = nextToEnd(ending);
		this.omitted = ending.size() - shown.size();
		this.ends.register(shown.stream().map(InventoryMetrics::row).toList(), true);
	}

	@Override
	public void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
		Timer.builder("certdeck.inventory.refresh")
			.description("The refreshes of the certificates and of what uses them")
			.tag("outcome", outcome(failure))
			.register(this.registry)
			.record(Duration.between(start, end));
	}

	/**
	 * Selects the certificates that end next, then those that ended last.
	 * @param ending all that have an end
	 * @return at most as many as have a metric of their own
	 */
	private Collection<Certificate> nextToEnd(Collection<Certificate> ending) {
		long now = this.clock.instant().getEpochSecond();
		Queue<Certificate> next = new PriorityQueue<>(
				Comparator.<Certificate>comparingLong((certificate) -> rank(end(certificate) - now)).reversed());
		for (Certificate certificate : ending) {
			next.add(certificate);
			if (next.size() > this.most) {
				next.remove();
			}
		}
		return next;
	}

	private static long rank(long secondsLeft) {
		return (secondsLeft >= 0) ? secondsLeft : Integer.MAX_VALUE * 1000L - secondsLeft;
	}

	private @Nullable Number age() {
		Snapshot known = this.snapshot;
		return (known != null) ? Duration.between(known.asOf(), this.clock.instant()).toMillis() / 1000.0 : null;
	}

	private @Nullable Number count(ToIntFunction<Snapshot> counted) {
		Snapshot known = this.snapshot;
		return (known != null) ? counted.applyAsInt(known) : null;
	}

	private static boolean ends(Certificate certificate) {
		Validity validity = certificate.validity();
		return validity != null && validity.until() != null && !validity.isEndless();
	}

	private static MultiGauge.Row<Number> row(Certificate certificate) {
		DomainName name = certificate.domain();
		return MultiGauge.Row.of(Tags.of("id", certificate.id().value(), "name", (name != null) ? name.unicode() : ""),
				end(certificate));
	}

	private static long end(Certificate certificate) {
		return Objects.requireNonNull(Objects.requireNonNull(certificate.validity()).until()).getEpochSecond();
	}

	private static String outcome(@Nullable RuntimeException failure) {
		if (failure instanceof CloudException cloud) {
			return Message.key(cloud.failure());
		}
		return (failure != null) ? "failed" : "ok";
	}

}
