package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.certdeck.certificate.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Retention}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RetentionTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

	private static final AuditedCertificate CERTIFICATE = new AuditedCertificate(null,
			List.of(new DomainName("a.example.com")), null, null, null);

	private final TestTrail database = TestTrail.create(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void oldEntriesAreDeletedButForOpenIntents(CapturedOutput output) {
		for (int entry = 0; entry < 1500; entry++) {
			add(Duration.ofDays(31), Ending.done(null, ""));
		}
		add(Duration.ofDays(31), null);
		add(Duration.ofDays(29), Ending.done(null, ""));
		new Retention(this.database.rows(), Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC)).delete();
		assertThat(this.database.search().older(AuditQuery.ALL, null, 100).entries()).extracting(AuditEntry::outcome)
			.containsExactly(AuditOutcome.DONE, AuditOutcome.OPEN);
		assertThat(output.getAll()).contains("Deleted 1500 entries of the audit trail");
	}

	private void add(Duration age, Ending ending) {
		this.database.rows()
			.add(NOW.minus(age), "UPLOAD", new Actor("u-1", "Ana Costa", "::1"), CERTIFICATE, null, ending);
	}

}
