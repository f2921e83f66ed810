package dev.certdeck.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

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
import dev.certdeck.write.WriteResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for deletions as their page of progress looks at them.
 */
class DeletionProgressTests {

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final Certificate CERTIFICATE = TestCertificates.certificate("GjTNRoK7").build();

	private final Clock clock = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private final FakeStore store = new FakeStore(CERTIFICATE);

	private final Inventory inventory = TestInventories.loaded(this.store, List.of(), this.clock);

	private final TestTrail audit = TestTrail.create(this.clock);

	@Test
	void tellsNothingOfWhatNobodyDeletes() {
		assertThat(look()).isEmpty();
	}

	@Test
	void asksTheCloudAndRecordsTheOutcomeOnce() {
		begin();
		this.store.progress.add(new DeletionProgress.Running(FakeStore.TASK));
		this.store.progress.add(new DeletionProgress.Done());
		assertThat(look()).map(AuditEntry::isRunning).hasValue(true);
		assertThat(look()).map(AuditEntry::outcome).hasValue(AuditOutcome.DONE);
		assertThat(look()).map(AuditEntry::outcome).hasValue(AuditOutcome.DONE);
		assertThat(this.store.follows).isEqualTo(2);
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	void cloudThatCanNotBeAskedLeavesItRunning() {
		begin();
		this.store.followFailure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		assertThat(look()).map(AuditEntry::isRunning).hasValue(true);
	}

	@Test
	void doesNotWaitForTheReplicaThatIsAtWork() {
		wish();
		TestWrites.locked(this.audit, ID.value(), () -> assertThat(look()).map(AuditEntry::isUnsent).hasValue(true));
	}

	@Test
	void wishOfAProcessThatDiedBeforeItWasSentIsNotDone() {
		wish();
		this.store.lose(ID);
		assertThat(look()).map(AuditEntry::outcome).hasValue(AuditOutcome.FAILED);
		assertThat(this.store.deletions).isEmpty();
	}

	@Test
	@Timeout(60)
	void nobodyWaitsForWhoeverAsksTheCloudAndTheNextWriteIsNotKeptAway() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		FakeStore slow = new FakeStore(CERTIFICATE) {

			@Override
			public DeletionProgress follow(CertificateId id, String task) {
				asked.countDown();
				await(answered);
				return super.follow(id, task);
			}

		};
		slow.progress.add(new DeletionProgress.Done());
		begin();
		ExecutorService background = Executors.newFixedThreadPool(2);
		DeletionWrite deletion = TestDeletions.deletion(slow, this.inventory, Duration.ofMillis(50));
		WriteResolver resolver = TestWrites.resolver(this.audit, background, this.clock, deletion);
		try {
			assertThat(resolver.latest(deletion, ID)).map(AuditEntry::isRunning).hasValue(true);
			assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
			for (int viewer = 0; viewer < 20; viewer++) {
				assertThat(resolver.latest(deletion, ID)).map(AuditEntry::isRunning).hasValue(true);
			}
			TestWrites.locked(this.audit, ID.value(), () -> assertThat(slow.follows).isZero());
			assertThat(slow.follows).isZero();
			answered.countDown();
			background.shutdown();
			assertThat(background.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
			assertThat(this.audit.last().outcome()).isEqualTo(AuditOutcome.DONE);
			assertThat(slow.follows).isEqualTo(1);
		}
		finally {
			background.shutdownNow();
		}
	}

	@Test
	void outcomeOfALaterWishIsNotForetold() {
		FakeStore store = new FakeStore(CERTIFICATE) {

			@Override
			public DeletionProgress follow(CertificateId id, String task) {
				DeletionProgressTests.this.audit.trail()
					.end(DeletionProgressTests.this.audit.last(), AuditResult.failed("not this time"));
				wish();
				return new DeletionProgress.Done();
			}

		};
		begin();
		DeletionWrite deletion = TestDeletions.deletion(store, this.inventory);
		TestWrites.resolver(this.audit, Runnable::run, this.clock, deletion).latest(deletion, ID);
		assertThat(this.audit.last().isUnsent()).isTrue();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void laterWishCounts() {
		begin();
		this.audit.trail().end(this.audit.last(), AuditResult.failed("not this time"));
		begin();
		assertThat(look()).map(AuditEntry::isRunning).hasValue(true);
	}

	@Test
	void isLateAfterTheLimit() {
		begin();
		AuditEntry entry = this.audit.last();
		assertThat(state(entry, this.clock)).isEqualTo("running");
		assertThat(state(entry, Clock.offset(this.clock, TestDeletions.LIMIT))).isEqualTo("running");
		assertThat(state(entry, Clock.offset(this.clock, TestDeletions.LIMIT.plusMillis(1)))).isEqualTo("late");
	}

	private void begin() {
		AuditEntry intent = wish();
		this.audit.trail().send(intent);
		this.audit.trail().running(intent, FakeStore.TASK);
	}

	private AuditEntry wish() {
		return this.audit.trail()
			.intend(AuditKind.DELETION, new Actor("u-1", "Ana", "192.0.2.7"), CertificateSummary.of(CERTIFICATE), null);
	}

	private Optional<AuditEntry> look() {
		DeletionWrite deletion = TestDeletions.deletion(this.store, this.inventory);
		return TestWrites.resolver(this.audit, Runnable::run, this.clock, deletion).latest(deletion, ID);
	}

	private static String state(AuditEntry entry, Clock now) {
		return new DeletionViews(mock(), mock(), TestDeletions.task(Duration.ZERO), now).progress(ID, "", entry)
			.state();
	}

}
