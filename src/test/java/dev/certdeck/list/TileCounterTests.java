package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TileCounter}.
 */
@Tag("time-zone")
class TileCounterTests {

	private static final Instant NOW = TestCertificates.NOW;

	private final TileCounter counter = new TileCounter(30, TestLists.POLICY);

	@Test
	void countIsRightAtEveryInstantAlthoughItIsKept() {
		Snapshot snapshot = TestSnapshots.of(
				TestSnapshots.entry(TestCertificates.certificate("a").left(Duration.ofMinutes(7))),
				TestSnapshots.entry(TestCertificates.certificate("b").left(Duration.ofDays(30).plusMinutes(11))),
				TestSnapshots.entry(TestCertificates.certificate("c")
					.plan(Plan.FREE)
					.status(0)
					.appliedAt(NOW.minus(Duration.ofMinutes(51)).minusMillis(1))),
				TestSnapshots.entry(TestCertificates.certificate("d")
					.plan(Plan.FREE)
					.status(4)
					.appliedAt(NOW.minus(Duration.ofMinutes(40)))));
		Random random = new Random(5);
		Instant now = NOW;
		for (int step = 0; step < 3000; step++) {
			now = now.plusMillis(random.nextInt(1000));
			assertThat(this.counter.count(snapshot, now)).as(now.toString()).isEqualTo(fresh(snapshot, now));
		}
		assertThat(now).isAfter(NOW.plus(Duration.ofMinutes(21)));
	}

	@Test
	void countIsKeptUntilSomethingChanges() {
		Snapshot snapshot = TestSnapshots
			.of(TestSnapshots.entry(TestCertificates.certificate("a").left(Duration.ofDays(40))));
		Tiles first = this.counter.count(snapshot, NOW);
		assertThat(this.counter.count(snapshot, NOW.plusSeconds(60))).isSameAs(first);
		assertThat(this.counter.count(snapshot, NOW.plus(Duration.ofDays(10)))).isNotSameAs(first);
	}

	@Test
	void otherSnapshotIsCountedAnew() {
		this.counter.count(TestSnapshots.of(), NOW);
		Snapshot other = TestSnapshots.of(TestSnapshots.entry(TestCertificates.certificate("a")));
		assertThat(this.counter.count(other, NOW).all()).isEqualTo(1);
	}

	private static Tiles fresh(Snapshot snapshot, Instant now) {
		return Tiles.count(snapshot, new Expiry(30), TestLists.POLICY, now);
	}

}
