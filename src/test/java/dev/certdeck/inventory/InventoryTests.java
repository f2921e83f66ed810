package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Inventory}.
 */
@Timeout(60)
class InventoryTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final Duration INTERVAL = Duration.ofMinutes(5);

	private static final CertificateId FIRST = new CertificateId("id-00000");

	private static final CertificateId NEW = new CertificateId("new");

	private static final Binding CLB = TestCertificates.binding(ResourceType.CLB, "lb-1");

	private final FakeStore store = FakeStore.of(25);

	private final FakeBindingSource source = new FakeBindingSource(ResourceType.CLB).bind(FIRST.value(), CLB);

	private final List<String> told = new ArrayList<>();

	private final Inventory inventory = inventory(INTERVAL, this.source);

	@AfterEach
	void stop() {
		this.inventory.stop();
	}

	@Test
	void knowsNothingBeforeTheFirstLoad() {
		assertThat(this.inventory.snapshot()).isEmpty();
		assertThat(this.inventory.status().isRunning()).isTrue();
		assertThat(this.inventory.status().percent()).isZero();
	}

	@Test
	void loadsCertificatesWithTheirUsage() {
		this.inventory.load();
		Snapshot snapshot = this.inventory.snapshot().orElseThrow();
		assertThat(snapshot.entries()).hasSize(25);
		assertThat(snapshot.asOf()).isEqualTo(NOW);
		assertThat(snapshot.isExact()).isTrue();
		assertThat(snapshot.isUsageAsked()).isTrue();
		assertThat(usage(FIRST)).isEqualTo(TestCertificates.usedBy(CLB));
		assertThat(usage(new CertificateId("id-00001"))).isEqualTo(TestCertificates.usedBy());
	}

	@Test
	void firstLoadShowsTheListBeforeUsageIsKnown() {
		List<Snapshot> seen = new ArrayList<>();
		List<RefreshStatus> statuses = new ArrayList<>();
		this.source.onCall = () -> {
			seen.add(this.inventory.snapshot().orElseThrow());
			statuses.add(this.inventory.status());
		};
		this.inventory.load();
		assertThat(seen).hasSize(1);
		assertThat(seen.get(0).isUsageAsked()).isFalse();
		assertThat(seen.get(0).entries()).hasSize(25).allMatch((entry) -> entry.usage().state() == Usage.State.UNKNOWN);
		assertThat(statuses).containsExactly(new RefreshStatus(RefreshStatus.Phase.USAGE, 0, 25, null, null));
	}

	@Test
	void laterLoadKeepsKnownUsageUntilItIsDone() {
		this.inventory.load();
		Snapshot before = this.inventory.snapshot().orElseThrow();
		List<Snapshot> seen = new ArrayList<>();
		this.source.onCall = () -> seen.add(this.inventory.snapshot().orElseThrow());
		this.inventory.load();
		assertThat(seen).hasSize(1);
		assertThat(seen.get(0).entries()).containsExactlyElementsOf(before.entries());
	}

	@Test
	void tellsHowFarTheListIsRead() {
		List<Integer> percents = new ArrayList<>();
		this.store.beforePage = (number) -> percents.add(this.inventory.status().percent());
		this.inventory.load();
		assertThat(percents).containsExactly(0, 40, 80);
		assertThat(this.inventory.status()).isEqualTo(RefreshStatus.ended(null, NOW.plus(INTERVAL)));
	}

	@Test
	void certificateWhoseRowCanNotBeReadAnyMoreStaysUntilItIsGone() {
		this.inventory.load();
		Certificate known = this.inventory.snapshot().orElseThrow().entries().iterator().next().certificate();
		this.store.unreadable.add(known.id().value());
		this.store.failToFind(TestCertificates.failure(CloudException.Failure.UNINTELLIGIBLE, false));
		this.inventory.load();
		assertThat(this.inventory.snapshot().orElseThrow().find(known.id())).map(Entry::certificate).contains(known);
		assertThat(this.inventory.snapshot().orElseThrow().unreadable()).isEqualTo(1);
		this.store.failToFind(null);
		this.store.lose(known.id());
		this.store.hold(TestCertificates.certificate("without-an-id").build());
		this.store.unreadable.add("without-an-id");
		this.inventory.load();
		assertThat(this.inventory.snapshot().orElseThrow().find(known.id())).isEmpty();
		assertThat(this.inventory.snapshot().orElseThrow().unreadable()).isEqualTo(1);
	}

	@Test
	void failedRefreshKeepsTheSnapshotAndSaysWhy() {
		this.inventory.load();
		Snapshot before = this.inventory.snapshot().orElseThrow();
		CloudException away = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		this.store.beforePage = (number) -> {
			throw away;
		};
		this.inventory.load();
		assertThat(this.inventory.snapshot()).containsSame(before);
		assertThat(this.inventory.status()).isEqualTo(RefreshStatus.ended(RefreshFailure.of(away), NOW.plus(INTERVAL)));
		assertThat(this.inventory.status().failure()).isEqualTo("Action on wss.example.com failed: out of order");
		this.store.beforePage = (number) -> {
			throw new IllegalStateException();
		};
		this.inventory.load();
		assertThat(this.inventory.status().failure()).isEqualTo("Certdeck itself failed; its log says why");
		List<RefreshStatus> during = new ArrayList<>();
		this.store.beforePage = (number) -> during.add(this.inventory.status());
		this.inventory.load();
		assertThat(during.get(1).failure()).isNotNull();
		assertThat(this.inventory.status().failure()).isNull();
	}

	@Test
	void failingSourceKeepsTheListAndLeavesUsageUnconfirmed() {
		this.inventory.load();
		this.source.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.REFUSED, false);
		};
		this.inventory.load();
		assertThat(usage(FIRST).state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(usage(new CertificateId("id-00001")).state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(this.inventory.reread(FIRST).orElseThrow().usage().unconfirmed()).containsOnlyKeys(ResourceType.CLB);
		assertThat(this.inventory.status().failure()).isNull();
	}

	@Test
	void useThatFallsInACachedAnswerIsAskedForAgain() {
		this.inventory.load();
		this.source.cached = true;
		this.source.bind(FIRST.value());
		this.inventory.load();
		assertThat(this.source.lookedFor).containsExactly(FIRST);
		assertThat(usage(FIRST).state()).isEqualTo(Usage.State.UNBOUND);
		this.inventory.load();
		assertThat(this.source.lookedFor).hasSize(1);
	}

	@Test
	void tellsWhichKindsNoAnswerCovers() {
		this.source.find(FIRST.value(), BindingSource.Bindings.of(Set.of(), List.of()));
		this.inventory.load();
		assertThat(snapshot().uncoveredKinds()).isEmpty();
		IntStream.range(0, 25)
			.forEach((number) -> this.source.find("id-%05d".formatted(number),
					BindingSource.Bindings.of(Set.of(), List.of())));
		this.inventory.load();
		assertThat(snapshot().uncoveredKinds()).containsExactly(ResourceType.CLB);
	}

	private Snapshot snapshot() {
		return this.inventory.snapshot().orElseThrow();
	}

	@Test
	void writesDuringALoadSurviveIt() {
		this.inventory.load();
		CertificateId second = new CertificateId("id-00001");
		this.source.onCall = () -> {
			this.source.onCall = () -> {
			};
			this.store.hold(TestCertificates.certificate("new").build());
			assertThat(this.inventory.reread(NEW)).isPresent();
			this.inventory.forget(FIRST);
			this.store.hold(TestCertificates.certificate(second.value()).alias("renamed").build());
			this.inventory.forget(second);
			this.inventory.reread(second);
		};
		this.inventory.load();
		assertThat(find(NEW)).isPresent();
		assertThat(find(FIRST)).isEmpty();
		assertThat(find(second).orElseThrow().certificate().alias()).isEqualTo("renamed");
		this.inventory.load();
		assertThat(find(FIRST)).as("the next load tells what is true").isPresent();
	}

	@Test
	void writesDuringTheFirstLoadSurviveIt() {
		this.store.beforePage = (number) -> {
			if (number == 3) {
				this.inventory.forget(FIRST);
			}
		};
		this.inventory.load();
		assertThat(find(FIRST)).isEmpty();
		assertThat(this.inventory.snapshot().orElseThrow().entries()).hasSize(24);
	}

	@Test
	void rereadTakesTheCertificateAsItIsNow() {
		this.inventory.load();
		this.store.hold(TestCertificates.certificate(FIRST.value()).alias("renamed").build());
		this.source.bind(FIRST.value());
		Entry entry = this.inventory.reread(FIRST).orElseThrow();
		assertThat(entry.certificate().alias()).isEqualTo("renamed");
		assertThat(entry.usage().state()).as("its usage is not asked").isEqualTo(Usage.State.BOUND);
		assertThat(find(FIRST)).contains(entry);
		this.store.lose(FIRST);
		assertThat(this.inventory.reread(FIRST)).isEmpty();
		assertThat(find(FIRST)).isEmpty();
	}

	@Test
	void rowThatIsReadDuringALoadLeavesTheUsageThatTheLoadFinds() {
		this.inventory.load();
		this.source.bind(FIRST.value());
		this.source.onCall = () -> this.inventory.reread(FIRST);
		this.inventory.load();
		assertThat(usage(FIRST).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void usageThatIsFoundDuringALoadSurvivesIt() {
		this.inventory.load();
		this.source.onCall = () -> this.inventory.take(FIRST, TestCertificates.usedBy());
		this.inventory.load();
		assertThat(usage(FIRST).state()).isEqualTo(Usage.State.UNBOUND);
		this.inventory.forget(FIRST);
		assertThat(this.inventory.take(FIRST, TestCertificates.usedBy())).isEmpty();
		assertThat(find(FIRST)).isEmpty();
	}

	@Test
	void whatIsWrittenBeforeTheFirstLoadIsFound() {
		assertThat(this.inventory.find(FIRST)).isEmpty();
		this.inventory.reread(FIRST);
		assertThat(this.inventory.find(FIRST)).map((entry) -> entry.usage().state()).hasValue(Usage.State.UNKNOWN);
		this.inventory.take(FIRST, TestCertificates.usedBy());
		assertThat(this.inventory.find(FIRST)).map((entry) -> entry.usage().state()).hasValue(Usage.State.UNBOUND);
	}

	@Test
	void failedRereadChangesNothing() {
		this.inventory.load();
		CloudException failure = TestCertificates.failure(CloudException.Failure.THROTTLED, false);
		this.store.failToFind(failure);
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> this.inventory.reread(FIRST))
			.isSameAs(failure);
		assertThat(find(FIRST)).isPresent();
	}

	@Test
	void refreshesThatWaitTogetherBecomeOne() throws Exception {
		AtomicInteger loads = new AtomicInteger();
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.source.onCall = () -> {
			loads.incrementAndGet();
			begun.countDown();
			await(go);
		};
		this.inventory.start();
		begun.await();
		Future<?> one = this.inventory.refresh();
		Future<?> two = this.inventory.refresh();
		assertThat(one).isNotDone();
		go.countDown();
		one.get(30, TimeUnit.SECONDS);
		two.get(30, TimeUnit.SECONDS);
		assertThat(loads).hasValue(2);
	}

	@Test
	void refreshesByItselfUntilItIsStopped() {
		AtomicInteger loads = new AtomicInteger();
		FakeBindingSource counting = new FakeBindingSource(ResourceType.CDN);
		counting.onCall = loads::incrementAndGet;
		Inventory quick = quick(counting);
		assertThat(quick.isRunning()).isFalse();
		quick.start();
		assertThat(quick.isRunning()).isTrue();
		waitUntil(() -> loads.get() >= 3);
		quick.stop();
		assertThat(quick.isRunning()).isFalse();
		assertThat(quick.snapshot()).isPresent();
	}

	@Test
	void goesOnAfterAFailure() {
		AtomicInteger attempts = new AtomicInteger();
		this.store.beforePage = (number) -> {
			if (attempts.incrementAndGet() < 3) {
				throw new IllegalStateException("not yet");
			}
		};
		Inventory quick = quick();
		quick.start();
		waitUntil(() -> quick.snapshot().isPresent());
		quick.stop();
	}

	@Test
	void canBeStoppedAndStartedAgain() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		this.source.onCall = () -> {
			begun.countDown();
			await(new CountDownLatch(1));
		};
		this.inventory.start();
		begun.await();
		this.inventory.refresh();
		this.inventory.stop();
		this.source.onCall = () -> {
		};
		this.inventory.start();
		this.inventory.refresh().get(30, TimeUnit.SECONDS);
		assertThat(this.inventory.snapshot()).isPresent();
	}

	@Test
	void stoppedInventoryTakesRefreshesCalmly() {
		assertThat(this.inventory.refresh()).isDone();
		this.inventory.start();
		this.inventory.stop();
		assertThat(this.inventory.refresh()).isDone();
		this.inventory.stop();
	}

	@Test
	void observersAreToldOfEveryChangeAndOfTheEndOfARefresh() {
		this.inventory.load();
		this.inventory.forget(FIRST);
		assertThat(this.told).containsExactly("changed to 25", "refreshed null", "changed to 25", "changed to 24");
		IllegalStateException failure = new IllegalStateException("out of order");
		this.store.beforePage = (number) -> {
			throw failure;
		};
		this.inventory.load();
		assertThat(this.told).hasSize(5).last().isEqualTo("refreshed " + failure);
	}

	@Test
	void namesTheKindsThatAreNotChecked() {
		assertThat(this.inventory.uncheckedKinds()).containsExactly(ResourceType.CDN, ResourceType.BM);
		assertThat(inventory(INTERVAL).uncheckedKinds()).hasSize(3);
	}

	@Test
	void emptyAccountIsASnapshotToo() {
		Inventory empty = TestInventories.inventory(new FakeStore(), List.of(this.source),
				new TestDatabase().rows(clock()), clock());
		empty.load();
		assertThat(empty.snapshot().orElseThrow().entries()).isEmpty();
		assertThat(empty.snapshot().orElseThrow().isUsageAsked()).isTrue();
	}

	private InventoryObserver observer() {
		return new InventoryObserver() {

			@Override
			public void changed(Snapshot snapshot) {
				InventoryTests.this.told.add("changed to " + snapshot.entries().size());
			}

			@Override
			public void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
				InventoryTests.this.told.add("refreshed " + failure);
			}

		};
	}

	private Inventory inventory(Duration interval, FakeBindingSource... sources) {
		return inventory(interval, clock(), sources);
	}

	private Inventory quick(FakeBindingSource... sources) {
		return inventory(Duration.ofMillis(5), Clock.systemUTC(), sources);
	}

	private Inventory inventory(Duration interval, Clock clock, FakeBindingSource... sources) {
		return new Inventory(new CloudInventory(this.store, new UsageFinder(List.of(sources), clock)),
				new TestDatabase().rows(clock), TestInventories.plan(interval), clock, List.of(observer()));
	}

	private Optional<Entry> find(CertificateId id) {
		return this.inventory.snapshot().orElseThrow().find(id);
	}

	private Usage usage(CertificateId id) {
		return find(id).orElseThrow().usage();
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void waitUntil(BooleanSupplier condition) {
		while (!condition.getAsBoolean()) {
			Thread.onSpinWait();
		}
	}

}
