package dev.certdeck.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.web.TestMessages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AuditTrail}.
 */
@Tag("time-zone")
@ExtendWith(OutputCaptureExtension.class)
class AuditTrailTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00.123456Z");

	private static final Actor ANA = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final CertificateSummary CERTIFICATE = new CertificateSummary(null,
			List.of(new DomainName("m\u00fcnchen.example.com"), new DomainName("*.example.com")), "ab".repeat(32),
			Instant.parse("2039-01-01T00:00:00Z"), null);

	private final TestTrail database = TestTrail.create(Clock.fixed(NOW, ZoneOffset.UTC));

	private final AuditTrail trail = this.database.trail();

	@Test
	void intentIsOpenUntilItHasItsOutcome() {
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, "form:1");
		assertThat(this.database.last()).isEqualTo(new AuditEntry(intent.id(), AuditKind.UPLOAD, ANA, CERTIFICATE,
				new AuditEntry.Timeline(NOW, null, null, 1), null, AuditResult.OPEN));
		assertThat(this.trail.open()).hasSize(1);
		assertThat(isUploadOpen()).isTrue();
		this.trail.end(intent, AuditResult.done(ID, "found"));
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(this.database.last().timeline().endedAt()).isEqualTo(NOW);
		assertThat(this.database.last().certificate().id()).isEqualTo(ID);
		assertThat(this.trail.open()).isEmpty();
		assertThat(isUploadOpen()).isFalse();
	}

	@Test
	void noEndIsRememberedAsSuch() throws IOException {
		this.trail.intend(AuditKind.UPLOAD, ANA,
				new CertificateSummary(null, List.of(), "ab".repeat(32), Validity.NO_END, null), null);
		AuditEntry entry = this.database.last();
		assertThat(entry.certificate().expiresAt()).isEqualTo(Validity.NO_END);
		assertThat(TestMessages.load().end(entry.certificate().expiresAt(), "full")).isEqualTo("no end");
		StringBuilder csv = new StringBuilder();
		AuditCsv.write(entry, csv);
		assertThat(csv).contains("\"9999-12-31T23:59:59Z\"");
	}

	@Test
	void intentIsSentOnceAndNotAfterItsEnd() {
		AuditEntry intent = this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null);
		assertThat(this.database.last().isUnsent()).isTrue();
		assertThat(this.trail.send(intent)).isTrue();
		assertThat(this.database.last().timeline().sentAt()).isEqualTo(NOW);
		assertThat(this.database.last().isUnsent()).isFalse();
		assertThat(this.trail.send(intent)).isFalse();
		AuditEntry ended = this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null);
		this.trail.end(ended, AuditResult.unsent());
		assertThat(this.trail.send(ended)).isFalse();
	}

	@Test
	void outcomeIsGivenOnce() {
		AuditEntry intent = this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null);
		this.trail.end(intent, AuditResult.failed("first"));
		this.trail.end(intent, AuditResult.done(ID, "second"));
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(this.database.last().detail()).isEqualTo("first");
		assertThat(count("deletion", "done")).isZero();
		assertThat(count("deletion", "failed")).isEqualTo(1);
	}

	@Test
	void everyOutcomeIsCountedFromZero() {
		for (String kind : List.of("upload", "deletion")) {
			for (String outcome : List.of("done", "refused", "failed")) {
				assertThat(count(kind, outcome)).isZero();
			}
		}
		this.trail.end(this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null), AuditResult.refused("in use"));
		assertThat(count("deletion", "refused")).isEqualTo(1);
	}

	@Test
	void failureOfTheCloudIsKeptWithItsCodeAndRequestId() {
		CloudError refused = new CloudError(Failure.REFUSED, Reason.OTHER, "5100", "request-7",
				"CertDelete on wss.example.com failed: 5100 in use");
		this.trail.end(this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null), AuditResult.of(refused));
		assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(this.database.last().error()).isEqualTo(refused);
		assertThat(this.database.last().detail()).isEqualTo(refused.message());
		assertThat(AuditResult.of(TestCertificates.failure(Failure.UNREACHABLE, false).error()).outcome())
			.isEqualTo(AuditOutcome.FAILED);
	}

	@Test
	void codeOfAnAnswerThatLeavesTheOutcomeOpenIsKept() {
		CloudError unclear = new CloudError(Failure.REFUSED, Reason.OTHER, "6000", "request-8", "6000");
		AuditEntry intent = this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null);
		this.trail.note(intent, unclear);
		assertThat(this.database.last().isOpen()).isTrue();
		this.trail.end(intent, AuditResult.done(ID, "found gone"));
		assertThat(this.database.last().error())
			.isEqualTo(new CloudError(Failure.REFUSED, Reason.OTHER, "6000", "request-8", "found gone"));
		this.trail.note(intent, TestCertificates.failure(Failure.UNREACHABLE, true).error());
		assertThat(this.database.last().error().code()).isEqualTo("6000");
	}

	@Test
	void attemptIsKnownAgain() {
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, "form:1");
		assertThat(this.trail.lastOf("form:1")).map(AuditEntry::id).hasValue(intent.id());
		assertThat(this.trail.lastOf("form:2")).isEmpty();
	}

	@Test
	void historyIsOfOneCertificateTheLatestFirst() {
		this.trail.end(this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, "form:1"), AuditResult.done(ID, ""));
		this.trail.end(
				this.trail.intend(AuditKind.DELETION, ANA,
						new CertificateSummary(ID, CERTIFICATE.names(), null, null, "public chain"), null),
				AuditResult.refused("in use"));
		this.trail.end(
				this.trail.intend(AuditKind.DELETION, ANA,
						new CertificateSummary(new CertificateId("other"), List.of(), null, null, null), null),
				AuditResult.refused("x"));
		assertThat(this.trail.history(ID)).extracting(AuditEntry::kind)
			.containsExactly(AuditKind.DELETION, AuditKind.UPLOAD);
		assertThat(this.trail.history(ID).get(0).certificate().chain()).isEqualTo("public chain");
	}

	@Test
	void whatCanNotBeRecordedIsToldByAnException() {
		this.database.refuseEntries();
		assertThatExceptionOfType(AuditUnavailableException.class)
			.isThrownBy(() -> this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, "form:1"));
		assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(() -> this.trail
			.end(this.trail.intend(AuditKind.DELETION, ANA, CERTIFICATE, null), AuditResult.refused("x")));
	}

	@Test
	void outcomeThatCanNotBeRecordedIsLoggedAndStaysOpen(CapturedOutput output) {
		AuditEntry intent = this.trail.intend(AuditKind.UPLOAD, ANA, CERTIFICATE, "form:1");
		this.database.breakDown();
		this.trail.end(intent, AuditResult.done(ID, ""));
		this.database.repair();
		assertThat(this.trail.open()).extracting(AuditEntry::id).containsExactly(intent.id());
		assertThat(output.getAll())
			.contains("The outcome DONE of intent " + intent.id() + " (UPLOAD) could not be recorded");
		assertThat(count("upload", "done")).isZero();
	}

	@Test
	void longTextsAreShortened() {
		this.trail.end(this.trail.intend(AuditKind.DELETION,
				new Actor("s".repeat(300), "n".repeat(300), "a".repeat(300)), CERTIFICATE, null),
				AuditResult.refused("d".repeat(2000)));
		assertThat(this.database.last().actor().name()).hasSize(255);
		assertThat(this.database.last().detail()).hasSize(1000);
	}

	private boolean isUploadOpen() {
		return this.trail.writes(AuditKind.UPLOAD, CertificateSummary.of("ab".repeat(32)))
			.stream()
			.anyMatch(AuditEntry::isOpen);
	}

	private double count(String kind, String outcome) {
		return this.database.meters.get("certdeck.writes").tag("kind", kind).tag("outcome", outcome).counter().count();
	}

}
