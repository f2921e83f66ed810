package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloudHealth}.
 */
class CloudHealthTests {

	private static final Instant NOW = TestCertificates.NOW;

	private final CloudHealth health = new CloudHealth(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void isUnknownBeforeTheFirstRefresh() {
		assertThat(this.health.health()).isEqualTo(Health.unknown().build());
	}

	@Test
	void tellsTheSnapshotsAge() {
		this.health.changed(new Snapshot(TestSnapshots.numbered(7).entries(), NOW.minusSeconds(90), true, Set.of()));
		this.health.listRead(NOW, null);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getDetails())
			.isEqualTo(Map.of("certificates", 7, "asOf", "2026-11-23T11:58:30Z", "ageSeconds", 90L));
	}

	@Test
	void failureIsToldWithoutItsTextAndRememberedAfterTheRecovery() {
		this.health.listRead(NOW,
				RefreshFailure.of(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false)));
		assertThat(this.health.health().getStatus().getCode()).isEqualTo("DEGRADED");
		Map<String, Object> failure = Map.of("at", "2026-11-23T12:00:00Z", "host", "wss.example.com", "action",
				"Action", "kind", "unreachable");
		assertThat(this.health.health().getDetails()).isEqualTo(Map.of("lastFailure", failure));
		this.health.listRead(NOW, null);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getDetails()).containsEntry("lastFailure", failure);
	}

	@Test
	void otherFailureIsToldByItsKind() {
		this.health.listRead(NOW, RefreshFailure.of(new IllegalStateException("secret")));
		assertThat(this.health.health().getDetails())
			.hasToString("{lastFailure={at=2026-11-23T12:00:00Z, kind=IllegalStateException}}");
	}

}
