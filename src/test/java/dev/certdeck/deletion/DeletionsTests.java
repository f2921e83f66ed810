package dev.certdeck.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditUnavailableException;
import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.FakeBindingSource;
import dev.certdeck.inventory.FakeStore;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.TestInventories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link Deletions}.
 */
class DeletionsTests {

	private static final Actor ACTOR = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final Certificate CERTIFICATE = TestCertificates.certificate("GjTNRoK7").names("a.com").build();

	private final FakeStore store = new FakeStore(CERTIFICATE) {

		@Override
		protected void onDelete(CertificateId id) {
			DeletionsTests.this.onDelete.run();
		}

	};

	private final FakeBindingSource source = new FakeBindingSource(BindingKind.CLB);

	private final Clock clock = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private final Inventory inventory = TestInventories.loaded(this.store, List.of(this.source), this.clock);

	private final TestTrail audit = TestTrail.create(this.clock);

	private final Deletions deletions = deletions(this.inventory);

	private Runnable onDelete = () -> {
	};

	@Test
	void deletesWhatNothingSpeaksAgainst() {
		this.onDelete = () -> assertThat(last().outcome()).isEqualTo(AuditOutcome.OPEN);
		assertThat(delete()).isEqualTo(new Outcome.Deleted(CERTIFICATE, false));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(last().actor()).isEqualTo(ACTOR);
		assertThat(this.store.deletions).containsExactly(ID);
		assertThat(isListed()).isFalse();
	}

	@Test
	void whatIsGoneIsNotDeletedAgain() {
		this.store.lose(ID);
		assertThat(delete()).isEqualTo(new Outcome.Gone(ID));
		assertThat(this.store.deletions).isEmpty();
		assertThat(isListed()).isFalse();
	}

	@Test
	void statusSinceTheSnapshotCounts() {
		Certificate issued = TestCertificates.certificate("GjTNRoK7").plan(Plan.PAID).status(1).build();
		this.store.hold(issued);
		assertThat(delete()).isEqualTo(new Outcome.Refused(new Entry(issued, TestCertificates.usedBy())));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(last().remark().detail()).isEqualTo("reasons: 1");
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void bindingSinceTheSnapshotCounts() {
		this.source.bind("GjTNRoK7", TestCertificates.binding(BindingKind.CLB, "lb-1"));
		assertThat(delete()).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.entry().usage().count(BindingKind.CLB)).isEqualTo(1));
		assertThat(this.store.deletions).isEmpty();
		assertThat(this.inventory.snapshot().orElseThrow().find(ID)).get()
			.extracting((entry) -> entry.usage().state())
			.isEqualTo(Usage.State.BOUND);
	}

	@Test
	void usageThatCanNotBeAskedRefuses() {
		this.source.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		};
		assertThat(delete()).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.entry().usage().state()).isEqualTo(Usage.State.UNKNOWN));
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void pendingCertificateCanGoAtTheFullHour() {
		this.store.hold(TestCertificates.certificate("GjTNRoK7")
			.plan(Plan.FREE)
			.status(0)
			.appliedAt(TestCertificates.NOW.minus(Duration.ofHours(1)))
			.build());
		assertThat(delete()).isInstanceOf(Outcome.Deleted.class);
	}

	@Test
	void certificateThatCanNotBeReadIsNotDeleted() {
		CloudException failure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		this.store.failToFind(failure);
		assertThatExceptionOfType(CloudException.class).isThrownBy(this::delete).isSameAs(failure);
		assertThat(this.store.deletions).isEmpty();
		assertThat(isListed()).isTrue();
	}

	@Test
	void refusalOfTheCloudIsTold() {
		CloudException refusal = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		this.store.failToDelete(refusal);
		assertThat(delete()).isEqualTo(new Outcome.RefusedByCloud(CERTIFICATE, refusal));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void lostAnswerIsLookedUpAndFoundDone() {
		loseAnswer();
		this.onDelete = () -> this.store.lose(ID);
		assertThat(delete()).isEqualTo(new Outcome.Deleted(CERTIFICATE, true));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isFalse();
	}

	@Test
	void lostAnswerIsLookedUpAndFoundUndone() {
		CloudException lost = loseAnswer();
		assertThat(delete()).isEqualTo(new Outcome.Unknown(CERTIFICATE, lost, true));
		assertThat(last().isOpen()).isTrue();
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void lostAnswerThatCanNotBeLookedUpIsNotKnown() {
		CloudException lost = loseAnswer();
		this.onDelete = () -> this.store
			.failToFind(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false));
		assertThat(delete()).isEqualTo(new Outcome.Unknown(CERTIFICATE, lost, false));
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void taskThatEndsSoonIsDone() {
		this.store.deletesByTask = true;
		this.store.progress.add(new DeletionProgress.Running(FakeStore.TASK));
		this.store.progress.add(new DeletionProgress.Done());
		assertThat(delete()).isEqualTo(new Outcome.Deleted(CERTIFICATE, false));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(last().task()).isEqualTo(FakeStore.TASK);
		assertThat(isListed()).isFalse();
	}

	@Test
	void taskThatFailsSoonIsRefused() {
		CloudException refusal = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		this.store.deletesByTask = true;
		this.store.progress.add(new DeletionProgress.Failed(refusal));
		assertThat(delete()).isEqualTo(new Outcome.RefusedByCloud(CERTIFICATE, refusal));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(isListed()).isTrue();
	}

	@Test
	void resourcesThatOnlyTheCloudFoundAreLookedFor() {
		CloudException bound = new CloudException(CloudException.Failure.REFUSED,
				new CloudException.Call("ssl.example.com", "DeleteCertificate"),
				new CloudException.Answer(CloudException.Reason.BOUND, "TaskStatus.4", "", "", ""), "bound", false,
				null);
		this.store.deletesByTask = true;
		this.onDelete = () -> this.source.bind("GjTNRoK7", TestCertificates.binding(BindingKind.CLB, "lb-1"));
		this.store.progress.add(new DeletionProgress.Failed(bound));
		assertThat(delete()).isInstanceOf(Outcome.RefusedByCloud.class);
		assertThat(this.inventory.snapshot().orElseThrow().find(ID).orElseThrow().usage().count(BindingKind.CLB))
			.isEqualTo(1);
	}

	@Test
	void taskThatRunsOnIsNotSentAgain() {
		this.store.deletesByTask = true;
		assertThat(delete()).isEqualTo(new Outcome.Running(ID));
		assertThat(last().isRunning()).isTrue();
		assertThat(this.deletions.isRunning(ID)).isTrue();
		assertThat(delete()).isEqualTo(new Outcome.Running(ID));
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void taskThatCanNotBeAskedRunsOn() {
		this.store.deletesByTask = true;
		this.store.followFailure = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		assertThat(delete()).isEqualTo(new Outcome.Running(ID));
		assertThat(last().isOpen()).isTrue();
	}

	@Test
	void everyCallIsFollowedByARefresh() {
		Inventory inventory = mock();
		given(inventory.take(eq(ID), any())).willReturn(Optional.of(new Entry(CERTIFICATE, TestCertificates.usedBy())));
		given(inventory.reread(ID)).willReturn(Optional.of(new Entry(CERTIFICATE, TestCertificates.usedBy())));
		Deletions deletions = deletions(inventory);
		deletions.delete(ID, ACTOR);
		this.store.hold(CERTIFICATE);
		then(inventory).should(times(1)).refresh();
		loseAnswer();
		deletions.delete(ID, ACTOR);
		then(inventory).should(times(2)).refresh();
		this.store.lose(ID);
		deletions.delete(ID, ACTOR);
		then(inventory).should(times(2)).refresh();
	}

	@Test
	void whatCanNotBeRecordedIsNotSent() {
		this.audit.breakDown();
		assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(this::delete);
		assertThat(this.store.deletions).isEmpty();
		assertThat(isListed()).isTrue();
	}

	@Test
	void outcomeThatCanNotBeRecordedStaysToBeResolved() {
		this.onDelete = this.audit::breakDown;
		assertThat(delete()).isInstanceOf(Outcome.Deleted.class);
		this.audit.repair();
		assertThat(last().isOpen()).isTrue();
	}

	private AuditEntry last() {
		return this.audit.trail().history(ID).get(0);
	}

	private CloudException loseAnswer() {
		CloudException lost = TestCertificates.failure(CloudException.Failure.UNREACHABLE, true);
		this.store.failToDelete(lost);
		return lost;
	}

	private Outcome delete() {
		return this.deletions.delete(ID, ACTOR);
	}

	private Deletions deletions(Inventory inventory) {
		return new Deletions(this.store, inventory, new DeletionPolicy(false),
				(deletability) -> "reasons: " + deletability.refusals().size(), this.audit.trail(), this.audit.lock(),
				new Patience(this.store, Duration.ofMillis(50), Duration.ofMillis(1)), this.clock);
	}

	private boolean isListed() {
		return this.inventory.snapshot().orElseThrow().find(ID).isPresent();
	}

}
