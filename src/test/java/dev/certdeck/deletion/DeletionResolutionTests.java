package dev.certdeck.deletion;

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
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.FakeStore;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.TestInventories;
import dev.certdeck.write.TestWrites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeletionWrite} as it is resolved.
 */
class DeletionResolutionTests {

	private static final Actor ANA = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final Certificate CERTIFICATE = TestCertificates.certificate("GjTNRoK7").names("a.com").build();

	private final Clock clock = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private final FakeStore store = new FakeStore(CERTIFICATE);

	private final Inventory inventory = TestInventories.loaded(this.store, List.of(), this.clock);

	private final TestTrail audit = TestTrail.create(this.clock);

	private final DeletionWrite pending = TestDeletions.deletion(this.store, this.inventory);

	@Test
	void certificateThatIsGoneWasDeleted() {
		AuditEntry intent = intend();
		this.store.lose(ID);
		assertThat(this.pending.resolve(intent, false))
			.isEqualTo(Optional.of(AuditResult.done(ID, DeletionWrite.FOUND_GONE)));
		assertThat(this.inventory.snapshot().orElseThrow().find(ID)).isEmpty();
	}

	@Test
	void certificateThatIsHeldMayStillGo() {
		assertThat(this.pending.resolve(intend(), false)).isEmpty();
	}

	@Test
	void certificateThatIsHeldAfterTheTimeWasNotDeleted() {
		assertThat(this.pending.resolve(intend(), true)).map(AuditResult::outcome).hasValue(AuditOutcome.FAILED);
	}

	@Test
	void certificateThatALaterWishDeletedWasNotDeletedByThisOne() {
		AuditEntry intent = intend();
		this.store.lose(ID);
		this.audit.trail().send(intent);
		this.audit.trail().end(intend(), AuditResult.done(ID, ""));
		TestWrites.resolver(this.audit, Runnable::run, this.clock, this.pending).resolve(intent);
		assertThat(this.audit.trail().find(intent.id())).map(AuditEntry::outcome).hasValue(AuditOutcome.FAILED);
	}

	@Test
	void cloudThatCanNotBeAskedLeavesItOpen() {
		AuditEntry intent = intend();
		this.store.failToFind(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false));
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> this.pending.resolve(intent, true));
	}

	@Test
	void taskThatRunsIsWaitedForEvenAfterTheTime() {
		assertThat(this.pending.resolve(running(), true)).isEmpty();
		assertThat(this.store.follows).isEqualTo(1);
	}

	@Test
	void taskTellsItsOutcome() {
		CloudException refusal = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		this.store.progress.add(new DeletionProgress.Failed(refusal.error()));
		this.store.progress.add(new DeletionProgress.Done());
		assertThat(this.pending.resolve(running(), false)).contains(AuditResult.of(refusal.error()));
		AuditEntry done = running();
		this.audit.trail().send(done);
		TestWrites.resolver(this.audit, Runnable::run, this.clock, this.pending).resolve(done);
		assertThat(this.audit.last().result()).isEqualTo(AuditResult.done(ID, ""));
		assertThat(this.inventory.snapshot().orElseThrow().find(ID)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "UNINTELLIGIBLE" })
	void certificateIsLookedUpWhereTheCloudKnowsTheTaskNoMore(CloudException.Failure failure) {
		this.store.followFailure = TestCertificates.failure(failure, false);
		assertThat(this.pending.resolve(running(), false)).isEmpty();
		this.store.lose(ID);
		assertThat(this.pending.resolve(running(), false)).contains(AuditResult.done(ID, DeletionWrite.FOUND_GONE));
	}

	@Test
	void taskThatCanNotBeAskedForLeavesItOpen() {
		this.store.followFailure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> this.pending.resolve(running(), true));
	}

	private AuditEntry running() {
		this.audit.trail().running(intend(), FakeStore.TASK);
		return this.audit.last();
	}

	private AuditEntry intend() {
		return this.audit.trail().intend(AuditKind.DELETION, ANA, CertificateSummary.of(CERTIFICATE), null);
	}

}
