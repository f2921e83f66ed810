package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InventoryMetrics}.
 */
@Tag("time-zone")
class InventoryMetricsTests {

	private static final Instant NOW = TestCertificates.NOW;

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final InventoryMetrics metrics = new InventoryMetrics(this.registry, 3, Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void nothingIsClaimedBeforeTheFirstSnapshot() {
		assertThat(value("certdeck.inventory.age")).isNaN();
		assertThat(value("certdeck.inventory.certificates")).isNaN();
	}

	@Test
	void tellsAgeAndSizeOfTheSnapshot() {
		this.metrics.changed(new Snapshot(TestSnapshots.numbered(7).entries(), NOW.minusMillis(90500), true, Set.of()));
		assertThat(value("certdeck.inventory.age")).isEqualTo(90.5);
		assertThat(value("certdeck.inventory.certificates")).isEqualTo(7);
	}

	@Test
	void whatHasNoEndHasNoMetricAndWhatIsNotKnownIsCounted() {
		Entry endless = TestSnapshots
			.entry(TestCertificates.certificate("endless0").validity(new Validity(NOW, Validity.NO_END)));
		Entry unknown = TestSnapshots
			.entry(TestCertificates.certificate("unknown0").validity(new Validity(NOW, null, true)));
		this.metrics.changed(new Snapshot(List.of(endless, unknown, ending("first000", 5)), 2, NOW, true, Set.of()));
		assertThat(ends()).containsOnlyKeys("first000");
		assertThat(value("certdeck.certificate.not.after.omitted")).isZero();
		assertThat(value("certdeck.certificate.not.after.unknown")).isEqualTo(1);
		assertThat(value("certdeck.inventory.unreadable")).isEqualTo(2);
	}

	@Test
	void everyCertificateHasItsEndWithIdAndPrimaryName() {
		this.metrics.changed(
				TestSnapshots.of(ending("first000", 5, "m\u00fcnchen.example.com", "b.example"), ending("second00", 6),
						TestSnapshots.entry(TestCertificates.certificate("pending0").names("c.example"))));
		Gauge first = this.registry.get("certdeck.certificate.not.after").tag("id", "first000").gauge();
		assertThat(first.getId().getTag("name")).isEqualTo("m\u00fcnchen.example.com");
		assertThat(first.value()).isEqualTo(NOW.plus(Duration.ofDays(5)).getEpochSecond());
		assertThat(ends()).containsOnlyKeys("first000", "second00");
		assertThat(value("certdeck.certificate.not.after.omitted")).isZero();
	}

	@Test
	void thoseThatEndNextWinAndTheRestIsCounted() {
		this.metrics.changed(TestSnapshots.of(ending("in-9-day", 9), ending("ago-1-dy", -1), ending("in-1-day", 1),
				ending("ago-2-dy", -2), ending("in-5-day", 5), ending("in-7-day", 7)));
		assertThat(ends()).containsOnlyKeys("in-1-day", "in-5-day", "in-7-day");
		assertThat(value("certdeck.certificate.not.after.omitted")).isEqualTo(3);
		this.metrics.changed(TestSnapshots.of(ending("ago-9-dy", -9), ending("ago-1-dy", -1), ending("in-1-day", 1),
				ending("ago-2-dy", -2)));
		assertThat(ends()).containsOnlyKeys("in-1-day", "ago-1-dy", "ago-2-dy");
		assertThat(value("certdeck.certificate.not.after.omitted")).isEqualTo(1);
	}

	@Test
	void certificateThatIsGoneOrRenewedIsForgotten() {
		this.metrics.changed(TestSnapshots.of(ending("first000", 5), ending("second00", 6)));
		this.metrics.changed(TestSnapshots.of(ending("second00", 96), ending("third000", 7)));
		assertThat(ends()).containsOnlyKeys("second00", "third000")
			.containsEntry("second00", (double) NOW.plus(Duration.ofDays(96)).getEpochSecond());
	}

	@Test
	void refreshesAreTimedByOutcome() {
		this.metrics.refreshed(NOW, NOW.plusSeconds(2), null);
		this.metrics.refreshed(NOW, NOW.plusSeconds(3), null);
		this.metrics.refreshed(NOW, NOW, TestCertificates.failure(CloudException.Failure.THROTTLED, false));
		this.metrics.refreshed(NOW, NOW, new IllegalStateException());
		assertThat(refreshes("ok").count()).isEqualTo(2);
		assertThat(refreshes("ok").totalTime(TimeUnit.SECONDS)).isEqualTo(5);
		assertThat(refreshes("throttled").count()).isEqualTo(1);
		assertThat(refreshes("failed").count()).isEqualTo(1);
	}

	@Test
	void nameInAScrapeCanNotForgeALine() {
		PrometheusMeterRegistry scraped = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		new InventoryMetrics(scraped, 3, Clock.fixed(NOW, ZoneOffset.UTC))
			.changed(TestSnapshots.of(ending("first000", 5, "a\n\"} 1\\.example")));
		assertThat(scraped.scrape().lines().filter((line) -> line.startsWith("certdeck_certificate_not_after_seconds")))
			.singleElement()
			.asString()
			.endsWith("name=\"a\\n\\\"} 1\\\\.example\"} 1.7958672E9");
	}

	private Map<String, Double> ends() {
		return this.registry.get("certdeck.certificate.not.after")
			.gauges()
			.stream()
			.collect(Collectors.toMap((gauge) -> String.valueOf(gauge.getId().getTag("id")), Gauge::value));
	}

	private double value(String name) {
		return this.registry.get(name).gauge().value();
	}

	private Timer refreshes(String outcome) {
		return this.registry.get("certdeck.inventory.refresh").tag("outcome", outcome).timer();
	}

	private static Entry ending(String id, int days, String... names) {
		return TestSnapshots.entry(TestCertificates.certificate(id).names(names).left(Duration.ofDays(days)));
	}

}
