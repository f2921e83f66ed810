package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random changes in the cloud, failures of it and of the database, clicks and restarts on
 * replicas of one {@link Inventory}: what they show was once true, is marked with its
 * age, and becomes what is true.
 */
class InventoryPropertyTests {

	private static final int STEPS = 120;

	private static final int REPLICAS = 3;

	private static final CloudException FAILURE = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);

	private final TestDatabase database = new TestDatabase();

	private final FakeStore store = FakeStore.of(12);

	private final FakeBindingSource clb = new FakeBindingSource(ResourceType.CLB);

	private final FakeBindingSource cdn = new FakeBindingSource(ResourceType.CDN);

	/**
	 * The certificates in use, as they were from each instant on.
	 */
	private final TreeMap<Instant, Set<CertificateId>> used = new TreeMap<>();

	/**
	 * The certificates that the cloud held, as they were from each instant on.
	 */
	private final TreeMap<Instant, Set<CertificateId>> held = new TreeMap<>();

	private final SettableClock clock = new SettableClock(TestCertificates.NOW);

	private final List<Inventory> replicas = new ArrayList<>();

	private final List<String> story = new ArrayList<>();

	private int added;

	static IntStream seeds() {
		return IntStream.range(0, 60);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void showsWhatWasTrueAndBecomesWhatIsTrue(int seed) {
		Random random = new Random(seed);
		remember(Set.of());
		IntStream.range(0, REPLICAS).forEach((number) -> this.replicas.add(replica()));
		for (int step = 0; step < STEPS; step++) {
			this.clock.pass(Duration.ofSeconds(1));
			step(random);
			this.replicas.forEach(this::check);
		}
		wellAgain();
		this.clock.pass(Duration.ofSeconds(1));
		this.replicas.get(0).shared().exchange();
		this.replicas.get(0).load();
		this.replicas.forEach((replica) -> replica.shared().exchange());
		this.replicas.forEach(this::checkIsTrue);
		this.database.close();
	}

	private void step(Random random) {
		int number = random.nextInt(REPLICAS);
		Inventory replica = this.replicas.get(number);
		CertificateId id = new CertificateId("id-%05d".formatted(random.nextInt(14)));
		int what = random.nextInt(12);
		this.story.add(what + " on " + number + " about " + id);
		switch (what) {
			case 0 -> hold("added-%d".formatted(this.added++));
			case 1 -> lose(id);
			case 2, 3 -> bind(id, random.nextInt(3));
			case 4 -> this.store.beforePage = (page) -> {
				if (page >= random.nextInt(3)) {
					throw FAILURE;
				}
			};
			case 5 -> (random.nextBoolean() ? this.clb : this.cdn).onCall = () -> {
				throw FAILURE;
			};
			case 6 -> wellAgain();
			case 7 -> this.database.away = random.nextInt(3) == 0;
			case 8 -> this.replicas.set(number, replica());
			case 9 -> click(replica, id);
			default -> refresh(replica);
		}
	}

	private void refresh(Inventory replica) {
		replica.shared().save();
		if (!this.database.away) {
			replica.load();
		}
	}

	private void click(Inventory replica, CertificateId id) {
		try {
			if (replica.reread(id).isPresent()) {
				replica.take(id, finder().find(id, Look.FRESH, replica.knownUsage(id)));
			}
		}
		catch (CloudException ex) {
			assertThat(ex).isSameAs(FAILURE);
		}
	}

	private void check(Inventory replica) {
		replica.snapshot().ifPresent((snapshot) -> {
			Set<CertificateId> seen = ids(snapshot);
			assertThat(seen).as("%s", this.story).allMatch(this::wasHeld);
			if (!seen.equals(this.held.lastEntry().getValue())) {
				assertThat(snapshot.asOf()).as("%s", this.story).isBefore(this.clock.instant());
			}
			snapshot.entries().forEach((entry) -> {
				Usage usage = entry.usage();
				if (usage.state() == Usage.State.UNBOUND) {
					assertThat(this.used.floorEntry(usage.asOf()).getValue()).as("%s", this.story)
						.doesNotContain(entry.id());
				}
				assertThat(usage.asOf()).isBeforeOrEqualTo(this.clock.instant());
			});
		});
	}

	private void checkIsTrue(Inventory replica) {
		Snapshot snapshot = replica.snapshot().orElseThrow();
		assertThat(ids(snapshot)).as("%s", this.story).isEqualTo(this.held.lastEntry().getValue());
		assertThat(snapshot.asOf()).isEqualTo(this.clock.instant());
		snapshot.entries()
			.forEach((entry) -> assertThat(entry.usage().state()).as("%s %s", entry.id(), this.story)
				.isEqualTo(this.used.lastEntry().getValue().contains(entry.id()) ? Usage.State.BOUND
						: Usage.State.UNBOUND));
		assertThat(replica.status().failure()).isNull();
	}

	private boolean wasHeld(CertificateId id) {
		return this.held.values().stream().anyMatch((then) -> then.contains(id));
	}

	private static Set<CertificateId> ids(Snapshot snapshot) {
		return snapshot.entries().stream().map(Entry::id).collect(Collectors.toSet());
	}

	private void hold(String id) {
		this.store.hold(TestCertificates.certificate(id).build());
		remember(this.used.lastEntry().getValue());
	}

	private void lose(CertificateId id) {
		this.store.lose(id);
		remember(this.used.lastEntry().getValue());
	}

	private void bind(CertificateId id, int resources) {
		Binding[] bindings = IntStream.range(0, resources)
			.mapToObj((number) -> TestCertificates.binding(ResourceType.CLB, "lb-" + number))
			.toArray(Binding[]::new);
		this.clb.bind(id.value(), bindings);
		Set<CertificateId> now = new HashSet<>(this.used.lastEntry().getValue());
		if (resources > 0) {
			now.add(id);
		}
		else {
			now.remove(id);
		}
		remember(now);
	}

	private void remember(Set<CertificateId> inUse) {
		this.used.put(this.clock.instant(), inUse);
		this.held.put(this.clock.instant(), this.store.ids());
	}

	private void wellAgain() {
		this.store.beforePage = (page) -> {
		};
		this.clb.onCall = () -> {
		};
		this.cdn.onCall = () -> {
		};
		this.database.away = false;
	}

	private UsageFinder finder() {
		return new UsageFinder(List.of(this.clb, this.cdn), this.clock);
	}

	private Inventory replica() {
		return new Inventory(new CloudInventory(this.store, finder()), this.database.rows(this.clock),
				TestInventories.plan(Duration.ofDays(1)), this.clock, List.of());
	}

}
