package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.certdeck.certificate.AccountKey;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.InventoryState.UsageReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link Inventory} of replicas that share a database.
 */
@Timeout(60)
class SharedInventoryTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final CertificateId FIRST = new CertificateId("id-00000");

	private static final CertificateId NEW = new CertificateId("new");

	private static final Usage USED = new Usage(List.of(TestCertificates.binding(ResourceType.CLB, "lb-1")), Map.of(),
			NOW.plusSeconds(100));

	private static final CloudException AWAY = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);

	private final TestDatabase database = new TestDatabase();

	private final FakeStore store = FakeStore.of(25);

	private final FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);

	private Inventory one = replica(NOW);

	private final Inventory two = replica(NOW.plusSeconds(90));

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void whatWasReadIsShownAtAStartWhileTheCloudIsAway() {
		this.one.load();
		cloudIsAway();
		this.two.shared().exchange();
		Snapshot snapshot = snapshot(this.two);
		assertThat(snapshot.entries()).containsExactlyInAnyOrderElementsOf(snapshot(this.one).entries());
		assertThat(snapshot.asOf()).isEqualTo(NOW);
		assertThat(snapshot.isUsageAsked()).isTrue();
		assertThat(snapshot.isExact()).isTrue();
		assertThat(this.two.status().isRunning()).isFalse();
		this.two.load();
		assertThat(snapshot(this.two).asOf()).isEqualTo(NOW);
		assertThat(this.two.status().failure()).isEqualTo(AWAY.getMessage());
	}

	@Test
	void failureIsToldEverywhereAndSoIsTheRecovery() {
		this.one.load();
		this.two.shared().exchange();
		cloudIsAway();
		this.one.load();
		this.two.shared().exchange();
		assertThat(this.two.status().failure()).isEqualTo(AWAY.getMessage());
		assertThat(this.two.status().cause()).isNotNull()
			.satisfies((cause) -> assertThat(cause.error()).isEqualTo(AWAY.error()));
		this.store.beforePage = (number) -> {
		};
		this.one.load();
		this.two.shared().exchange();
		assertThat(this.two.status().failure()).isNull();
	}

	@Test
	void unreadableRowsAndUncoveredKindsAreTold() {
		this.store.unreadable.add(FIRST.value());
		this.source.onCall = () -> {
			throw AWAY;
		};
		this.one.load();
		this.two.shared().exchange();
		assertThat(snapshot(this.two).unreadable()).isEqualTo(1);
		assertThat(snapshot(this.two).uncoveredKinds()).isEqualTo(snapshot(this.one).uncoveredKinds());
		assertThat(snapshot(this.two).usageFailures()).isEqualTo(snapshot(this.one).usageFailures()).isNotEmpty();
	}

	@Test
	void writeOnOneIsShownByTheOtherWithoutACall() {
		this.one.load();
		this.two.shared().exchange();
		this.store.beforePage = (number) -> {
			throw new AssertionError("called");
		};
		this.one.forget(FIRST);
		this.one.take(new CertificateId("id-00001"), USED);
		this.one.shared().exchange();
		this.two.shared().exchange();
		assertThat(this.two.find(FIRST)).isEmpty();
		assertThat(this.two.find(new CertificateId("id-00001"))).map(Entry::usage).contains(USED);
		assertThat(snapshot(this.two).entries()).hasSize(24);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void listThatBeganBeforeADeletionElsewhereDoesNotUndoIt(boolean learnedMeanwhile) {
		this.one.load();
		this.two.shared().exchange();
		this.store.beforePage = (number) -> {
			if (number == 3) {
				this.one.forget(FIRST);
				this.store.hold(TestCertificates.certificate(NEW.value()).build());
				this.one.reread(NEW);
				this.one.shared().exchange();
				this.store.lose(NEW);
				if (learnedMeanwhile) {
					this.two.shared().exchange();
				}
			}
		};
		this.two.load();
		assertThat(this.two.find(FIRST)).isEmpty();
		assertThat(this.two.find(NEW)).isPresent();
		this.one.shared().exchange();
		assertThat(this.one.find(FIRST)).isEmpty();
		this.store.beforePage = (number) -> {
		};
		this.two.load();
		this.one.shared().exchange();
		assertThat(this.one.find(FIRST)).as("the next list tells what is true").isPresent();
		assertThat(this.one.find(NEW)).isEmpty();
	}

	@Test
	void listIsAsOldAsItIsThoughUsageWasFoundElsewhereMeanwhile() {
		this.one.load();
		this.two.shared().request(false);
		this.store.beforePage = (number) -> this.one.shared()
			.change((state) -> state.with(new UsageReading(Set.of(ResourceType.TKE), NOW, null)));
		this.two.turn();
		assertThat(snapshot(this.two).asOf()).isEqualTo(NOW.plusSeconds(90));
		assertThat(snapshot(this.two).uncoveredKinds()).containsExactly(ResourceType.TKE);
	}

	@Test
	void usageThatIsFoundElsewhereDuringASearchStays() {
		this.one.load();
		this.two.shared().exchange();
		this.source.onCall = () -> {
			this.one.take(FIRST, USED);
			this.one.shared().exchange();
		};
		this.two.load();
		assertThat(this.two.find(FIRST)).map(Entry::usage).contains(USED);
	}

	@Test
	void writeThatCouldNotBeSavedIsSavedLater() {
		this.one.load();
		this.two.shared().exchange();
		this.database.away = true;
		this.one.forget(FIRST);
		this.one.shared().save();
		assertThat(this.one.find(FIRST)).isEmpty();
		this.database.away = false;
		this.two.take(FIRST, USED);
		this.two.shared().save();
		this.one.shared().save();
		assertThat(this.one.find(FIRST)).isEmpty();
		this.two.shared().exchange();
		assertThat(this.two.find(FIRST)).as("what one has written last").isEmpty();
	}

	@Test
	void writeDuringAnExchangeIsNotTakenForSaved() {
		this.one.load();
		this.two.shared().exchange();
		this.one.shared().change((state) -> {
			this.one.forget(FIRST);
			return state;
		});
		this.two.take(FIRST, USED);
		this.two.shared().exchange();
		this.one.shared().exchange();
		assertThat(this.one.find(FIRST)).isEmpty();
	}

	@Test
	void writeThatIsSavedLateDoesNotUndoALaterList() {
		this.one.load();
		this.two.shared().exchange();
		this.database.away = true;
		this.one.forget(FIRST);
		this.one.shared().save();
		this.database.away = false;
		this.two.load();
		this.one.shared().exchange();
		assertThat(this.one.find(FIRST)).isPresent();
		this.two.shared().exchange();
		assertThat(this.two.find(FIRST)).isPresent();
	}

	@Test
	void onlyWhatChangedIsWritten() {
		this.one.load();
		List<Long> before = versions();
		this.store.hold(TestCertificates.certificate(FIRST.value()).alias("renamed").build());
		this.one.load();
		assertThat(versions()).hasSize(25).filteredOn((version) -> !before.contains(version)).hasSize(1);
	}

	@Test
	void requestIsServedByWhicheverReplicaRefreshes() throws Exception {
		Inventory idle = replica(NOW);
		this.one.start();
		this.one.refresh().get(30, TimeUnit.SECONDS);
		assertThat(this.one.isRefresher()).isTrue();
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		idle.shared().request(true);
		Future<?> next = this.one.refresh();
		next.get(30, TimeUnit.SECONDS);
		idle.shared().exchange();
		assertThat(idle.find(NEW)).isPresent();
		assertThat(idle.isRefresher()).isFalse();
		assertThat(idle.shared().state().requests().areServed(idle.shared().state().requests())).isTrue();
		this.one.stop();
	}

	@Test
	void replicaThatAsksTheCloudForLongTakesOverWhatOthersChange() throws Exception {
		this.one.load();
		this.two.shared().exchange();
		CountDownLatch asking = new CountDownLatch(2);
		CountDownLatch taken = new CountDownLatch(1);
		this.source.onCall = () -> hold(asking, taken);
		this.one.start();
		try {
			Future<?> usage = this.one.refresh();
			awaitCount(asking, 1);
			this.store.beforePage = (number) -> hold(asking, taken);
			this.one.refreshList();
			awaitCount(asking, 0);
			this.two.forget(FIRST);
			this.two.shared().exchange();
			for (int looks = 0; looks < 200 && this.one.find(FIRST).isPresent(); looks++) {
				Thread.sleep(20);
			}
			assertThat(this.one.find(FIRST)).isEmpty();
			taken.countDown();
			usage.get(30, TimeUnit.SECONDS);
		}
		finally {
			taken.countDown();
			this.one.stop();
		}
	}

	private static void awaitCount(CountDownLatch latch, long count) throws InterruptedException {
		for (int looks = 0; looks < 500 && latch.getCount() > count; looks++) {
			Thread.sleep(20);
		}
		assertThat(latch.getCount()).isEqualTo(count);
	}

	private static void hold(CountDownLatch asking, CountDownLatch taken) {
		asking.countDown();
		try {
			taken.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void accountsShareNothing() {
		this.one.load();
		Inventory other = TestInventories.inventory(new FakeStore(), List.of(),
				this.database.rows(new AccountKey("other"), clock(NOW)), clock(NOW));
		other.shared().exchange();
		assertThat(other.snapshot()).isEmpty();
		other.load();
		this.two.shared().exchange();
		assertThat(snapshot(this.two).entries()).hasSize(25);
	}

	@Test
	void inventoryThatWasThrownAwayIsMadeAnew() {
		this.one.load();
		this.one.forget(FIRST);
		this.one.shared().exchange();
		this.two.shared().exchange();
		this.database.jdbc().update("delete from inventory_certificate");
		this.database.jdbc().update("delete from inventory");
		this.one = replica(NOW.plusSeconds(10));
		this.one.load();
		this.two.shared().exchange();
		assertThat(snapshot(this.two).entries()).hasSize(25);
		assertThat(this.two.find(FIRST)).isPresent();
		Inventory third = replica(NOW);
		third.shared().exchange();
		assertThat(snapshot(third).entries()).containsExactlyInAnyOrderElementsOf(snapshot(this.two).entries());
	}

	@Test
	void databaseThatWasRestoredIsBroughtUpToDate() {
		this.one.load();
		long version = this.one.shared().version();
		this.database.jdbc().execute("create table kept as select * from inventory_certificate");
		this.one.forget(FIRST);
		this.one.take(new CertificateId("id-00001"), USED);
		this.one.shared().exchange();
		this.database.jdbc().update("delete from inventory_certificate");
		this.database.jdbc().update("insert into inventory_certificate select * from kept");
		this.database.jdbc().update("update inventory set version = ?", version);
		this.one.shared().exchange();
		this.two.shared().exchange();
		assertThat(snapshot(this.two).entries()).containsExactlyInAnyOrderElementsOf(snapshot(this.one).entries());
	}

	@Test
	void lookIsSavedOnceInAWhile() {
		assertThat(savedAfterALook(NOW)).isEqualTo(NOW);
		assertThat(savedAfterALook(NOW.plusSeconds(30))).isEqualTo(NOW);
		assertThat(this.one.shared().state().lookedAt()).as("known here").isEqualTo(NOW.plusSeconds(30));
		assertThat(savedAfterALook(NOW.plusSeconds(31))).isEqualTo(NOW.plusSeconds(31));
	}

	@Test
	void lookWaitsForNoDatabase() {
		this.database.away = true;
		this.one.shared().look(NOW);
		this.database.away = false;
		this.one.shared().exchange();
		this.two.shared().exchange();
		assertThat(this.two.shared().state().lookedAt()).isEqualTo(NOW);
	}

	private Instant savedAfterALook(Instant now) {
		this.one.shared().look(now);
		this.one.shared().exchange();
		this.two.shared().exchange();
		return Objects.requireNonNull(this.two.shared().state().lookedAt());
	}

	private void cloudIsAway() {
		this.store.beforePage = (number) -> {
			throw AWAY;
		};
	}

	private List<Long> versions() {
		return this.database.jdbc().queryForList("select version from inventory_certificate", Long.class);
	}

	private Inventory replica(Instant now) {
		return new Inventory(new CloudInventory(this.store, new UsageFinder(List.of(this.source), clock(NOW))),
				this.database.rows(clock(now)), TestInventories.plan(Duration.ofDays(1)), clock(now), List.of());
	}

	private static Snapshot snapshot(Inventory inventory) {
		return inventory.snapshot().orElseThrow();
	}

	private static Clock clock(Instant now) {
		return Clock.fixed(now, ZoneOffset.UTC);
	}

}
