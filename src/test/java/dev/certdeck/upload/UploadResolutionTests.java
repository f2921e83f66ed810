package dev.certdeck.upload;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.write.Polling;
import dev.certdeck.write.TestWrites;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link UploadWrite} as it is resolved.
 */
class UploadResolutionTests {

	private static final TestMaterial.Pair PAIR = TestMaterial.ec("www.example.com");

	private static final Actor ANA = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private final FakeStore store = new FakeStore();

	private final Inventory inventory = mock();

	private final TestTrail audit = TestTrail.create(Clock.fixed(TestMaterial.NOW, ZoneOffset.UTC));

	private final UploadWrite upload = new UploadWrite(this.store, this.inventory,
			new CertificateFinder(this.inventory, this.store), this.audit.trail(), Polling.ONCE);

	@Test
	void certificateThatIsHeldWasUploaded() {
		AuditEntry intent = intend();
		CertificateId id = this.store.hold(PAIR.certificate());
		assertThat(resolve(intent, false)).isEqualTo(Optional.of(AuditResult.done(id, UploadWrite.FOUND_HELD)));
		this.audit.trail().send(intent);
		assertThat(resolved(intent).result()).isEqualTo(AuditResult.done(id, UploadWrite.FOUND_HELD));
		then(this.inventory).should().reread(id);
	}

	@Test
	void certificateThatIsNotHeldMayStillCome() {
		assertThat(resolve(intend(), false)).isEmpty();
	}

	@Test
	void certificateThatIsNotHeldInTimeWasNotUploaded() {
		assertThat(resolve(intend(), true)).map(AuditResult::outcome).hasValue(AuditOutcome.FAILED);
	}

	@Test
	void rowThatCanNotBeReadMayBeIt() {
		this.store.unreadable = 1;
		assertThat(resolve(intend(), true)).isEmpty();
	}

	@Test
	void certificateOfTheSameNameIsAnother() {
		AuditEntry intent = intend();
		this.store.hold(TestMaterial.ec("www.example.com").certificate());
		assertThat(resolve(intent, false)).isEmpty();
	}

	@Test
	void certificateThatCameWithALaterUploadWasNotUploadedByThisOne() {
		AuditEntry intent = intend();
		CertificateId id = this.store.hold(PAIR.certificate());
		this.audit.trail().send(intent);
		this.audit.trail().end(intend(), AuditResult.done(id, ""));
		assertThat(resolved(intent).outcome()).isEqualTo(AuditOutcome.FAILED);
	}

	@Test
	void certificateThatWasDeletedMeanwhileWasUploaded() {
		AuditEntry intent = intend();
		CertificateId id = new CertificateId("held0000");
		this.audit.trail()
			.end(this.audit.trail()
				.intend(AuditKind.DELETION, ANA,
						new CertificateSummary(id, List.of(), intent.certificate().sha256(), null, null), null),
					AuditResult.done(id, ""));
		assertThat(resolve(intent, true)).isEqualTo(Optional.of(AuditResult.done(id, UploadWrite.FOUND_HELD)));
	}

	@Test
	void certificateWithoutANameIsCheckedInASnapshotThatIsYoungEnough() {
		this.audit.trail()
			.intend(AuditKind.UPLOAD, ANA, new CertificateSummary(null, List.of(), "ab", TestMaterial.NOW, null), null);
		AuditEntry intent = this.audit.last();
		assertThat(resolve(intent, true)).isEmpty();
	}

	@Test
	void cloudThatCanNotBeAskedLeavesItOpen() {
		AuditEntry intent = intend();
		this.store.searchFailure = FakeStore.failure(CloudException.Failure.UNREACHABLE, false);
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> resolve(intent, true));
	}

	private AuditEntry resolved(AuditEntry intent) {
		return TestWrites
			.resolver(this.audit, Runnable::run, Clock.fixed(TestMaterial.NOW, ZoneOffset.UTC), this.upload)
			.resolve(intent);
	}

	private Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
		return this.upload.resolve(intent, overdue);
	}

	private AuditEntry intend() {
		CertificateSummary leaf = TestMaterial.validate(PAIR.certificate(), PAIR.key()).validUpload().leaf();
		return this.audit.trail().intend(AuditKind.UPLOAD, ANA, leaf, null);
	}

}
