package dev.certdeck.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WriteResolver}.
 */
class WriteResolverTests {

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
		AuditEntry second = intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> {
			if (intent.id() == second.id()) {
				throw TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
			}
			return Optional.of(AuditResult.failed("not held"));
		});
		assertThat(this.trail.open()).extracting(AuditEntry::id).containsExactly(second.id());
	}

	@Test
	void faultOfOneResolverDoesNotKeepTheOthers() {
		AuditEntry first = intend(AuditKind.UPLOAD);
		AuditEntry second = intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> {
			if (intent.id() == second.id()) {
				throw new IllegalStateException("broken");
			}
			return Optional.of(AuditResult.failed("not held"));
		});
		assertThat(this.trail.open()).extracting(AuditEntry::id)
			.containsExactly(second.id())
			.doesNotContain(first.id());
	}

	@Test
	void intentWhoseWriteIsUnderWayIsLeftAlone() {
		CertificateSummary certificate = new CertificateSummary(null, List.of(), "ab", null, null);
		this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null);
		TestWrites.locked(this.database, "ab",
				() -> look(Duration.ofHours(1), (intent) -> Optional.of(AuditResult.failed("not held"))));
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
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, null);
		this.database.send(intent, SENT.plus(Duration.ofMinutes(2)));
		for (int minutes : List.of(4, 5, 6)) {
			look(Duration.ofMinutes(minutes), (open) -> Optional.empty());
		}
		assertThat(this.overdue).containsExactly(false, false, true);
	}

	@Test
	void lockIsFreeWhileTheCloudIsAsked() {
		intend(AuditKind.UPLOAD);
		look(Duration.ZERO, (intent) -> {
			TestWrites.lock(this.database).hold("null", () -> true).orElseThrow().close();
			return Optional.of(AuditResult.done(null, "found"));
		});
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.DONE);
	}

	@Test
	void outcomeIsNotRecordedIfAnotherWriteBeganMeanwhile() {
		CertificateSummary certificate = new CertificateSummary(null, List.of(), "ab", null, null);
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null);
		this.trail.send(intent);
		look(Duration.ZERO, (asked) -> {
			this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null);
			return Optional.of(AuditResult.done(null, "found"));
		});
		assertThat(this.trail.find(intent.id())).map(AuditEntry::isOpen).hasValue(true);
	}

	@Test
	void whatAnotherWriteIsKnownToHaveDoneIsNotDoneTwice() {
		CertificateId id = new CertificateId("GjTNRoK7");
		CertificateSummary certificate = new CertificateSummary(null, List.of(), "ab", null, null);
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null);
		this.trail.send(intent);
		this.trail.end(this.trail.intend(AuditKind.UPLOAD, ANA, certificate, null), AuditResult.done(id, ""));
		look(Duration.ZERO, (asked) -> Optional.of(AuditResult.done(id, "found")));
		assertThat(this.trail.find(intent.id())).map(AuditEntry::outcome).hasValue(AuditOutcome.FAILED);
	}

	private AuditEntry intend(AuditKind kind) {
		AuditEntry intent = this.trail.intend(kind, ANA, CERTIFICATE, null);
		assertThat(this.trail.send(intent)).isTrue();
		return intent;
	}

	private void look(Duration later, Function<AuditEntry, Optional<AuditResult>> resolver) {
		CloudWrite<String> uploads = new CloudWrite<>() {

			@Override
			public AuditKind kind() {
				return AuditKind.UPLOAD;
			}

			@Override
			public String lockKey(CertificateSummary certificate) {
				return String.valueOf(certificate.sha256());
			}

			@Override
			public WriteOutcome send(String content) {
				throw new AssertionError("It is sent again");
			}

			@Override
			public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
				WriteResolverTests.this.overdue.add(overdue);
				return resolver.apply(intent);
			}

		};
		TestWrites.resolver(this.database, Runnable::run, Clock.fixed(SENT.plus(later), ZoneOffset.UTC), uploads)
			.resolveAll();
	}

}
