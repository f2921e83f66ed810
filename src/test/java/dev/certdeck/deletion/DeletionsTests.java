package dev.certdeck.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditUnavailableException;
import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.FakeBindingSource;
import dev.certdeck.inventory.FakeStore;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.TestInventories;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.write.CloudWrites;
import dev.certdeck.write.Polling;
import dev.certdeck.write.TestWrites;
import dev.certdeck.write.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link DeletionWrite} as it is executed.
 */
@Timeout(60)
class DeletionsTests {

	private static final Actor ACTOR = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final Certificate CERTIFICATE = TestCertificates.certificate("GjTNRoK7").names("a.com").build();

	private static final WriteOutcome DELETED = new WriteOutcome.Ended(AuditResult.done(ID, ""));

	private final FakeStore store = new FakeStore(CERTIFICATE) {

		@Override
		protected void onDelete(CertificateId id) {
			DeletionsTests.this.onDelete.run();
		}

	};

	private final FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);

	private final Clock clock = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private final Inventory inventory = TestInventories.loaded(this.store, List.of(this.source), this.clock);

	private final TestTrail audit = TestTrail.create(this.clock);

	private final UsageChecks checks = TestInventories.checks(this.inventory, List.of(this.source), this.clock);

	private final ExecutorService executor = Executors.newFixedThreadPool(4);

	private final CloudWrites writes = TestWrites.writes(this.audit, this.executor);

	private Runnable onDelete = () -> {
	};

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void deletesWhatNothingSpeaksAgainst() {
		this.onDelete = () -> assertThat(last().outcome()).isEqualTo(AuditOutcome.OPEN);
		assertThat(delete()).isEqualTo(DELETED);
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(last().actor()).isEqualTo(ACTOR);
		assertThat(this.store.deletions).containsExactly(ID);
		assertThat(isListed()).isFalse();
	}

	@Test
	void whatIsGoneIsNotDeletedAgain() {
		this.store.lose(ID);
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(DeletionWrite.GONE));
		assertThat(this.store.deletions).isEmpty();
		assertThat(isListed()).isFalse();
	}

	@Test
	void wishToDeleteWhatIsGoneIsRecordedEachTime() {
		this.store.lose(ID);
		for (int clicks = 0; clicks < 2; clicks++) {
			assertThat(delete()).isEqualTo(new WriteOutcome.Ended(DeletionWrite.GONE));
		}
		assertThat(this.audit.trail().history(ID)).hasSize(2).allSatisfy((entry) -> {
			assertThat(entry.kind()).isEqualTo(AuditKind.DELETION);
			assertThat(entry.outcome()).isEqualTo(AuditOutcome.FAILED);
			assertThat(entry.actor()).isEqualTo(ACTOR);
			assertThat(entry.timeline().sentAt()).isNull();
			assertThat(entry.detail()).isEqualTo("The cloud no longer held the certificate; nothing was sent.");
		});
		assertThat(this.audit.trail().history(ID).get(1).certificate()).extracting(CertificateSummary::names)
			.isEqualTo(CERTIFICATE.names());
	}

	@Test
	void wishAfterTheDeletionHidesItFromNobody() {
		assertThat(delete()).isEqualTo(DELETED);
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(DeletionWrite.GONE));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(this.audit.trail().last(AuditKind.DELETION, ID)).get()
			.extracting(AuditEntry::outcome)
			.isEqualTo(AuditOutcome.DONE);
	}

	@Test
	void statusSinceTheSnapshotCounts() {
		Certificate issued = TestCertificates.certificate("GjTNRoK7").plan(Plan.PAID).status(1).build();
		this.store.hold(issued);
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.refused("reasons: 1")));
		assertThat(this.inventory.find(ID)).hasValue(new Entry(issued, TestCertificates.usedBy()));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(last().detail()).isEqualTo("reasons: 1");
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void bindingSinceTheSnapshotCounts() {
		this.source.bind("GjTNRoK7", TestCertificates.binding(ResourceType.CLB, "lb-1"));
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.refused("reasons: 1")));
		assertThat(this.inventory.find(ID).orElseThrow().usage().count(ResourceType.CLB)).isEqualTo(1);
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
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.refused("reasons: 1")));
		assertThat(this.inventory.find(ID).orElseThrow().usage().state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void pendingCertificateCanGoWhenThePeriodIsOver() {
		this.store.hold(TestCertificates.certificate("GjTNRoK7")
			.plan(Plan.FREE)
			.status(0)
			.appliedAt(TestCertificates.NOW.minus(new DeletionPolicy(false).pendingPeriod()))
			.build());
		assertThat(delete()).isEqualTo(DELETED);
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
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.of(refusal.error())));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void lostAnswerIsLookedUpAndFoundDone() {
		loseAnswer();
		this.onDelete = () -> this.store.lose(ID);
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.done(ID, DeletionWrite.FOUND_GONE)));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isFalse();
	}

	@Test
	void lostAnswerIsLookedUpAndFoundUndone() {
		CloudException lost = loseAnswer();
		assertThat(delete()).isEqualTo(new WriteOutcome.Unknown(lost.getMessage(), true));
		assertThat(last().isOpen()).isTrue();
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void lostAnswerThatCanNotBeLookedUpIsNotKnown() {
		CloudException lost = loseAnswer();
		this.onDelete = () -> this.store
			.failToFind(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false));
		assertThat(delete()).isEqualTo(new WriteOutcome.Unknown(lost.getMessage(), false));
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void taskThatEndsSoonIsDone() {
		this.store.deletesByTask = true;
		this.store.progress.add(new DeletionProgress.Running(FakeStore.TASK));
		this.store.progress.add(new DeletionProgress.Done());
		assertThat(delete()).isEqualTo(DELETED);
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(last().task()).isEqualTo(FakeStore.TASK);
		assertThat(isListed()).isFalse();
	}

	@Test
	void taskThatFailsSoonIsRefused() {
		CloudException refusal = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		this.store.deletesByTask = true;
		this.store.progress.add(new DeletionProgress.Failed(refusal.error()));
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.of(refusal.error())));
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(isListed()).isTrue();
	}

	@Test
	void resourcesThatOnlyTheCloudFoundAreLookedFor() {
		CloudError bound = new CloudError(CloudException.Failure.REFUSED, CloudException.Reason.BOUND, "TaskStatus.4",
				"", "bound");
		this.store.deletesByTask = true;
		this.onDelete = () -> this.source.bind("GjTNRoK7", TestCertificates.binding(ResourceType.CLB, "lb-1"));
		this.store.progress.add(new DeletionProgress.Failed(bound));
		assertThat(delete()).isEqualTo(new WriteOutcome.Ended(AuditResult.of(bound)));
		assertThat(this.inventory.snapshot().orElseThrow().find(ID).orElseThrow().usage().count(ResourceType.CLB))
			.isEqualTo(1);
	}

	@Test
	void taskThatRunsOnIsNotSentAgain() {
		this.store.deletesByTask = true;
		assertThat(delete()).isEqualTo(new WriteOutcome.Running(FakeStore.TASK));
		assertThat(last().isRunning()).isTrue();
		assertThat(isRunning()).isTrue();
		assertThat(delete()).isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		assertThat(this.store.deletions).hasSize(1);
		assertThat(isListed()).isTrue();
	}

	@Test
	void taskThatCanNotBeAskedRunsOn() {
		this.store.deletesByTask = true;
		this.store.followFailure = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		assertThat(delete()).isEqualTo(new WriteOutcome.Running(FakeStore.TASK));
		assertThat(last().isOpen()).isTrue();
	}

	@Test
	void everyCallIsFollowedByARefresh() {
		Inventory inventory = mock();
		given(inventory.take(eq(ID), any())).willReturn(Optional.of(new Entry(CERTIFICATE, TestCertificates.usedBy())));
		given(inventory.reread(ID)).willReturn(Optional.of(new Entry(CERTIFICATE, TestCertificates.usedBy())));
		given(inventory.find(ID)).willReturn(Optional.of(new Entry(CERTIFICATE, TestCertificates.usedBy())));
		DeletionWrite deletion = deletion(inventory, Duration.ofSeconds(30));
		delete(deletion);
		this.store.hold(CERTIFICATE);
		then(inventory).should(times(1)).refreshList();
		loseAnswer();
		delete(deletion);
		then(inventory).should(times(2)).refreshList();
		given(inventory.find(ID)).willReturn(Optional.empty());
		given(inventory.reread(ID)).willReturn(Optional.empty());
		delete(deletion);
		then(inventory).should(times(2)).refreshList();
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
		assertThat(delete()).isEqualTo(DELETED);
		this.audit.repair();
		assertThat(last().isOpen()).isTrue();
	}

	@Test
	void lookThatTakesLongIsNotWaitedForAndSharedByASecondClick() throws Exception {
		CountDownLatch goOn = block();
		DeletionWrite impatient = deletion(this.inventory, Duration.ZERO);
		assertThat(delete(impatient)).isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		assertThat(last().isUnsent()).isTrue();
		assertThat(isRunning()).isTrue();
		assertThat(delete(impatient)).isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		assertThat(delete()).as("on another replica").isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		assertThat(this.store.deletions).isEmpty();
		goOn.countDown();
		awaitOutcome();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(this.store.deletions).containsExactly(ID);
		assertThat(this.audit.trail().history(ID)).hasSize(1);
	}

	@Test
	void clicksAtTheSameTimeAreOneDeletion() throws Exception {
		this.store.deletesByTask = true;
		List<Future<WriteOutcome>> clicks = new ArrayList<>();
		ExecutorService people = Executors.newFixedThreadPool(3);
		for (int person = 0; person < 3; person++) {
			DeletionWrite replica = deletion(this.inventory, Duration.ofMillis(1));
			clicks.add(people.submit(() -> delete(replica)));
		}
		people.shutdown();
		for (Future<WriteOutcome> click : clicks) {
			assertThat(click.get()).isInstanceOf(WriteOutcome.Running.class);
		}
		while (last().isUnsent()) {
			Thread.onSpinWait();
		}
		assertThat(this.audit.trail().history(ID)).hasSize(1);
		this.writes.close();
		assertThat(this.store.deletions).containsExactly(ID);
	}

	@Test
	void lateRefusalIsToldByTheTrail() {
		CountDownLatch goOn = block();
		this.source.bind("GjTNRoK7", TestCertificates.binding(ResourceType.CLB, "lb-1"));
		assertThat(delete(deletion(this.inventory, Duration.ZERO))).isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		goOn.countDown();
		awaitOutcome();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(last().detail()).isEqualTo("reasons: 1");
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void shutdownEndsALookAndSendsNothing() {
		block();
		DeletionWrite deletion = deletion(this.inventory, Duration.ZERO);
		CloudWrites ending = TestWrites.writes(this.audit, this.executor, deletion);
		ending.execute(deletion, deletion.request(ID, ACTOR));
		ending.close();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(last().detail()).isEqualTo("Certdeck was shut down before anything was sent.");
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void shutdownLetsWhatWasSentComeToItsRecord() {
		CountDownLatch sent = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.onDelete = () -> {
			sent.countDown();
			await(answered);
		};
		DeletionWrite deletion = deletion(this.inventory, Duration.ZERO);
		CloudWrites ending = TestWrites.writes(this.audit, this.executor, deletion);
		ending.execute(deletion, deletion.request(ID, ACTOR));
		await(sent);
		Thread closing = new Thread(ending::close);
		closing.start();
		answered.countDown();
		awaitOutcome();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
	}

	@Test
	void intentThatWasEndedMeanwhileIsNotSent() {
		this.source.onCall = () -> this.audit.trail().end(last(), AuditResult.unsent());
		assertThat(delete()).isEqualTo(WriteOutcome.Running.WITHOUT_TASK);
		assertThat(last().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void whatCanNotBeRecordedAsSentIsNotSent() {
		this.source.onCall = this.audit::breakDown;
		assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(this::delete);
		this.audit.repair();
		assertThat(last().isUnsent()).isTrue();
		assertThat(this.store.deletions).isEmpty();
		this.source.onCall = () -> {
		};
		this.audit.trail().end(last(), AuditResult.unsent());
		assertThat(delete()).as("the lock is free").isEqualTo(DELETED);
	}

	private CountDownLatch block() {
		CountDownLatch goOn = new CountDownLatch(1);
		this.source.onCall = () -> await(goOn);
		return goOn;
	}

	private void awaitOutcome() {
		while (last().isOpen()) {
			Thread.onSpinWait();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			if (!latch.await(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Nobody let it go on");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private AuditEntry last() {
		return this.audit.trail().history(ID).get(0);
	}

	private CloudException loseAnswer() {
		CloudException lost = TestCertificates.failure(CloudException.Failure.UNREACHABLE, true);
		this.store.failToDelete(lost);
		return lost;
	}

	private WriteOutcome delete() {
		return delete(deletion(this.inventory, Duration.ofSeconds(30)));
	}

	private WriteOutcome delete(DeletionWrite deletion) {
		return this.writes.execute(deletion, deletion.request(ID, ACTOR));
	}

	private boolean isRunning() {
		return this.writes.isRunning(deletion(this.inventory, Duration.ZERO), CertificateSummary.of(ID));
	}

	private DeletionWrite deletion(Inventory inventory, Duration initialWait) {
		return new DeletionWrite(this.store, inventory, this.checks, this::reasons,
				new TaskProperties(initialWait, Duration.ofMillis(1), Duration.ofMinutes(2))) {

			@Override
			public Polling polling(AuditEntry intent) {
				return (intent.task() != null) ? new Polling(50, Duration.ofMillis(1)) : Polling.ONCE;
			}

		};
	}

	private List<String> reasons(Entry entry) {
		int reasons = decide(entry).refusals().size();
		return (reasons > 0) ? List.of("reasons: " + reasons) : List.of();
	}

	private Deletability decide(Entry entry) {
		return new DeletionPolicy(false).decide(entry.certificate(), entry.usage(), this.clock.instant());
	}

	private boolean isListed() {
		return this.inventory.snapshot().orElseThrow().find(ID).isPresent();
	}

}
