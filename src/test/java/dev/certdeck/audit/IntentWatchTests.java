package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IntentWatch}.
 */
class IntentWatchTests {

	private static final Instant SENT = Instant.parse("2026-11-25T02:00:00Z");

	private static final Actor ANA = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateSummary CERTIFICATE = new CertificateSummary(null, List.of(), null, null, null);

	private final TestTrail database = TestTrail.create(Clock.fixed(SENT, ZoneOffset.UTC));

	private final AuditTrail trail = this.database.trail();

	private final List<Boolean> overdue = new ArrayList<>();

	@Test
	void intentGetsTheOutcomeThatIsFound() {
		intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> Optional.of(AuditResult.done(null, "found")));
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.DONE);
	}

	@Test
	void intentThatCanNotBeToldStaysOpen() {
		intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> Optional.empty());
		assertThat(this.database.last().isOpen()).isTrue();
	}

	@Test
	void oneThatCanNotBeAskedForDoesNotKeepTheOthers() {
		intend(AuditKind.UPLOAD);
		long second = intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> {
			if (intent.id() == second) {
				throw TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
			}
			return Optional.of(AuditResult.failed("not held"));
		});
		assertThat(this.trail.open()).extracting(AuditEntry::id).containsExactly(second);
	}

	@Test
	void faultOfOneResolverDoesNotKeepTheOthers() {
		long first = intend(AuditKind.UPLOAD);
		long second = intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> {
			if (intent.id() == second) {
				throw new IllegalStateException("broken");
			}
			return Optional.of(AuditResult.failed("not held"));
		});
		assertThat(this.trail.open()).extracting(AuditEntry::id).containsExactly(second).doesNotContain(first);
	}

	@Test
	void intentWhoseWriteIsUnderWayIsLeftAlone() {
		CertificateSummary certificate = new CertificateSummary(null, List.of(), "ab", null, null);
		this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null);
		this.database.lock().during("ab", () -> {
			look(Duration.ofHours(1), (intent) -> Optional.of(AuditResult.failed("not held")));
			return null;
		});
		assertThat(this.database.last().isOpen()).isTrue();
		look(Duration.ofHours(1), (intent) -> Optional.of(AuditResult.failed("not held")));
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.FAILED);
	}

	@Test
	void callIsOverdueOnlyAfterItsTime() {
		intend(AuditKind.UPLOAD);
		for (int minutes : List.of(1, 3, 4)) {
			look(Duration.ofMinutes(minutes), (intent) -> Optional.empty());
		}
		assertThat(this.overdue).containsExactly(false, false, true);
	}

	@Test
	void intentOfAnotherKindIsLeftAlone() {
		intend(AuditKind.DELETION);
		look(Duration.ZERO, (intent) -> Optional.of(AuditResult.done(null, "found")));
		assertThat(this.database.last().isOpen()).isTrue();
	}

	@Test
	void whatWasNotSentEndsWithoutAskingTheCloud() {
		this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, null);
		look(Duration.ZERO, (intent) -> Optional.of(AuditResult.done(null, "found")));
		assertThat(this.overdue).isEmpty();
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(this.database.last().detail()).contains("before anything was sent");
	}

	@Test
	void callIsOverdueByTheTimeAtWhichItWasSent() {
		long intent = this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, null);
		this.database.rows().send(intent, SENT.plus(Duration.ofMinutes(2)));
		for (int minutes : List.of(4, 5, 6)) {
			look(Duration.ofMinutes(minutes), (open) -> Optional.empty());
		}
		assertThat(this.overdue).containsExactly(false, false, true);
	}

	private long intend(AuditKind kind) {
		long intent = this.trail.intend(kind, ANA, CERTIFICATE, null);
		assertThat(this.trail.send(intent)).isTrue();
		return intent;
	}

	private void look(Duration later, Function<AuditEntry, Optional<AuditResult>> resolver) {
		IntentResolver uploads = new IntentResolver() {

			@Override
			public AuditKind kind() {
				return AuditKind.UPLOAD;
			}

			@Override
			public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
				IntentWatchTests.this.overdue.add(overdue);
				return resolver.apply(intent);
			}

		};
		new IntentWatch(this.trail, List.of(uploads), this.database.lock(), Duration.ofMinutes(3),
				Clock.fixed(SENT.plus(later), ZoneOffset.UTC))
			.look();
	}

}
