package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.DomainName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Retention}.
 */
@Tag("time-zone")
@ExtendWith(OutputCaptureExtension.class)
class RetentionTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

	private static final Duration YEARS = Duration.ofDays(3 * 365);

	private static final CertificateSummary CERTIFICATE = new CertificateSummary(null,
			List.of(new DomainName("a.example.com")), null, null, null);

	private final TestTrail database = TestTrail.create(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void oldEntriesAreDeletedButForOpenIntents(CapturedOutput output) {
		for (int entry = 0; entry < 1500; entry++) {
			add(Duration.ofDays(31), AuditResult.done(null, ""));
		}
		add(Duration.ofDays(31), AuditResult.OPEN);
		add(Duration.ofDays(29), AuditResult.done(null, ""));
		this.database.times().store(TrailTime.of(NOW.minus(Duration.ofHours(1))));
		retention(NOW, NOW).delete();
		assertThat(this.database.search().older(TestTrail.ALL, null, 100).entries()).extracting(AuditEntry::outcome)
			.containsExactly(AuditOutcome.DONE, AuditOutcome.OPEN);
		assertThat(output.getAll()).contains("Deleted 1500 entries of the audit trail");
	}

	@Test
	void clockThatIsYearsAheadAtTheStartDeletesNothing(CapturedOutput output) {
		add(Duration.ofDays(2), AuditResult.done(null, ""));
		Retention wrong = retention(NOW.plus(YEARS), NOW.plus(YEARS));
		wrong.delete();
		this.database.rows()
			.add(NOW.plus(YEARS), "SIGN_IN", new Actor("u-1", "Ana Costa", "::1"), null, null,
					AuditResult.done(null, ""));
		wrong.delete();
		assertThat(entries()).isEqualTo(2);
		assertThat(wrong.isHalted()).isTrue();
		assertThat(output.getAll()).contains(
				"No entry of the audit trail is deleted: the clock says 2029-11-24T02:00:00Z",
				"the last time that is believed is 2026-11-23T02:00:00Z", "If the clock is wrong, set it right.",
				"after another 168 hours of running");
		Retention right = retention(NOW, NOW);
		right.delete();
		assertThat(right.isHalted()).isFalse();
		assertThat(entries()).isEqualTo(2);
	}

	@Test
	void clockOfOneMachineAgainstTheDatabasesDeletesNothing(CapturedOutput output) {
		add(Duration.ofDays(2), AuditResult.done(null, ""));
		retention(NOW, NOW).delete();
		for (Retention wrong : List.of(retention(NOW.plus(YEARS), NOW), retention(NOW, NOW.plus(YEARS)))) {
			wrong.delete();
			assertThat(wrong.isHalted()).isTrue();
		}
		assertThat(entries()).isEqualTo(1);
		assertThat(output.getAll()).contains("and the database's says 2029-11-24T02:00:00Z");
	}

	@Test
	void databaseTellsItsTime() {
		assertThat(this.database.times().databaseTime()).isBetween(Instant.now().minusSeconds(60),
				Instant.now().plusSeconds(60));
	}

	private int entries() {
		return this.database.search().older(TestTrail.ALL, null, 100).entries().size();
	}

	private Retention retention(Instant now, Instant databaseTime) {
		return new Retention(this.database.rows(), this.database.times(), Duration.ofDays(30),
				Clock.fixed(now, ZoneOffset.UTC), () -> databaseTime);
	}

	private void add(Duration age, AuditResult result) {
		this.database.rows()
			.add(NOW.minus(age), "UPLOAD", new Actor("u-1", "Ana Costa", "::1"), CERTIFICATE, null, result);
	}

}
