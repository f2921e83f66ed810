package dev.certdeck.list;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tiles}.
 */
class TilesTests {

	private static final Usage BOUND = TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-1"));

	private static final Usage UNCONFIRMED = TestCertificates.notKnown().keeping(BOUND);

	private static final Snapshot SNAPSHOT = TestSnapshots.of(
			TestSnapshots.entry(TestCertificates.certificate("a").left(Duration.ofDays(30)), BOUND),
			TestSnapshots.entry(TestCertificates.certificate("b").left(Duration.ofDays(30).plusNanos(1))),
			TestSnapshots.entry(TestCertificates.certificate("c").plan(Plan.PAID).status(1).left(Duration.ofDays(-1))),
			TestSnapshots.entry(TestCertificates.certificate("d").plan(Plan.PAID).status(3).left(Duration.ofDays(9))),
			TestSnapshots.entry(TestCertificates.certificate("e").plan(Plan.FREE).status(3)),
			TestSnapshots.entry(TestCertificates.certificate("f").plan(Plan.FREE).status(0)),
			TestSnapshots.entry(TestCertificates.certificate("g").status(42).left(Duration.ZERO),
					TestCertificates.notKnown(Set.of(ResourceType.BM))),
			TestSnapshots.entry(TestCertificates.certificate("h").plan(Plan.FREE).status(10).left(Duration.ofDays(-3)),
					TestCertificates.notKnown(Set.of(ResourceType.BM),
							TestCertificates.binding(ResourceType.CDN, "www.example.com"))),
			TestSnapshots.entry(TestCertificates.certificate("i"), UNCONFIRMED));

	@Test
	void countsWhatNeedsALook() {
		assertThat(tiles(SNAPSHOT, 30)).isEqualTo(new Tiles(9, 2, 4, 2, 1, 3));
	}

	@Test
	void emptyAccountHasNothingToCount() {
		assertThat(tiles(TestSnapshots.of(), 30)).isEqualTo(new Tiles(0, 0, 0, 0, 0, 0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 30, 90 })
	void everyTileCountsTheListBehindItsLink(int days) {
		for (Snapshot snapshot : new Snapshot[] { SNAPSHOT, oddData() }) {
			CertificateQuery asked = CertificateQuery.parse("q=nothing&sort=-id&size=50&page=4");
			assertThat(new ListLinks(asked, days).tiles(tiles(snapshot, days), true)).hasSize(5).allSatisfy((tile) -> {
				String query = tile.path().replaceFirst("^/certificates\\??", "");
				ResultPage list = TestLists.apply(query, snapshot);
				assertThat(Objects.requireNonNull(tile.count()) + tile.unconfirmed()).as(tile.key())
					.isEqualTo(list.total());
			});
		}
	}

	private static Snapshot oddData() {
		Usage[] usages = { TestCertificates.usedBy(), BOUND, TestCertificates.notKnown(), UNCONFIRMED };
		return TestSnapshots.of(IntStream.range(0, 18 * 3 * 4 * 5)
			.mapToObj((number) -> TestSnapshots.entry(TestCertificates.certificate("n" + number)
				.status(number % 18 - 1)
				.plan(Plan.values()[number / 18 % 3])
				.left(Duration.ofDays(number / 216 * 25L - 50)), usages[number / 54 % 4]))
			.toArray(Entry[]::new));
	}

	private static Tiles tiles(Snapshot snapshot, int days) {
		return TestLists.index(snapshot).tiles(new Expiry(days), TestCertificates.NOW);
	}

}
