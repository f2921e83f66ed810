package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.certdeck.LongTest;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.sandbox.Sandbox;
import dev.certdeck.tencent.TencentRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often two replicas ask the cloud for 10,000 certificates in an hour, which passes
 * quickly here, as the sandbox counts it.
 */
@LongTest
class CallsOfAnHourTests {

	private static final int CERTIFICATES = 10_000;

	private static final RefreshPlan PLAN = new InventoryProperties(Duration.ofSeconds(60), Duration.ofMinutes(10),
			Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofMinutes(5), Duration.ofSeconds(2))
		.plan();

	private static Sandbox sandbox;

	private static TencentRoom room;

	private final TestDatabase database = new TestDatabase();

	private final SettableClock clock = new SettableClock(Instant.now());

	private final List<Inventory> replicas = IntStream.range(0, 2).mapToObj((number) -> replica()).toList();

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("certificates", String.valueOf(CERTIFICATES), "task-duration", "0s",
				"requests-per-second", "100000"));
		room = new TencentRoom("v3", sandbox.url(), Map.of("requests-per-second", 100_000));
	}

	@AfterAll
	static void stop() {
		room.close();
		sandbox.close();
	}

	@Test
	void atMostTwelveHundredWhileSomebodyLooks() {
		pass(Duration.ofMinutes(1), true);
		int calls = callsWhile(() -> pass(Duration.ofHours(1), true));
		System.out.println("Calls in an hour while somebody looks: " + calls);
		assertThat(calls).isBetween(60 * 11, 1200);
		this.replicas.forEach((replica) -> {
			Snapshot snapshot = replica.snapshot().orElseThrow();
			assertThat(snapshot.entries()).hasSizeGreaterThanOrEqualTo(CERTIFICATES);
			assertThat(snapshot.asOf()).isAfter(this.clock.instant().minusSeconds(63));
		});
	}

	@Test
	void atMostAHundredAndFiftyWhileNobodyDoes() {
		pass(Duration.ofMinutes(1), false);
		int calls = callsWhile(() -> pass(Duration.ofHours(6), false)) / 6;
		System.out.println("Calls in an hour while nobody looks: " + calls);
		assertThat(calls).isBetween(6 * 11, 150);
	}

	private int callsWhile(Runnable hour) {
		SandboxKnobs knobs = new SandboxKnobs(sandbox.url());
		int before = knobs.calls();
		hour.run();
		return knobs.calls() - before;
	}

	/**
	 * Lets time pass in steps of a second, in each of which the replicas have their turn
	 * and somebody may look at one of them.
	 * @param time the time
	 * @param lookedAt whether somebody looks
	 */
	private void pass(Duration time, boolean lookedAt) {
		for (long second = 0; second < time.toSeconds(); second++) {
			this.clock.pass(Duration.ofSeconds(1));
			Inventory replica = this.replicas.get((int) second % 2);
			if (lookedAt) {
				replica.shared().look(this.clock.instant());
			}
			replica.turn();
		}
	}

	private Inventory replica() {
		return new Inventory(new CloudInventory(room.store(), new UsageFinder(room.sources(), this.clock)),
				this.database.rows(this.clock), PLAN, this.clock, List.of());
	}

}
