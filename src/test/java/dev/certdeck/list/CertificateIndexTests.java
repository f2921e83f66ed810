package dev.certdeck.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateIndex} and {@link LatestIndex}.
 */
class CertificateIndexTests {

	private static final List<Sort> SORTS = Stream.of(SortColumn.values())
		.flatMap((column) -> Stream.of(new Sort(column, false), new Sort(column, true)))
		.toList();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void followingChangesGivesTheSameAsIndexingAnew(long seed) {
		Random random = new Random(seed);
		List<Entry> entries = new ArrayList<>();
		CertificateIndex index = CertificateIndex.of(snapshot(entries));
		for (int step = 0; step < 60; step++) {
			SORTS.forEach(index::sortedBy);
			change(entries, random);
			index = index.followedBy(snapshot(entries));
			CertificateIndex anew = CertificateIndex.of(index.snapshot());
			for (Sort sort : SORTS) {
				assertThat(index.sortedBy(sort)).as("%s after %d", sort, step).isEqualTo(anew.sortedBy(sort));
			}
			assertThat(index.statuses()).isEqualTo(anew.statuses());
			assertThat(index.sources()).isEqualTo(anew.sources());
		}
	}

	private static void change(List<Entry> entries, Random random) {
		int changes = 1 + random.nextInt(3);
		for (int change = 0; change < changes; change++) {
			if (!entries.isEmpty() && random.nextInt(3) == 0) {
				entries.remove(random.nextInt(entries.size()));
			}
			Entry entry = entry(random);
			entries.removeIf((held) -> held.id().equals(entry.id()));
			entries.add(random.nextInt(entries.size() + 1), entry);
		}
	}

	private static Entry entry(Random random) {
		TestCertificates.Builder certificate = TestCertificates.certificate("id-" + random.nextInt(30))
			.alias(random.nextBoolean() ? "" : "alias " + random.nextInt(3))
			.source(random.nextBoolean() ? "" : "source " + random.nextInt(3))
			.status(random.nextInt(5))
			.left(Duration.ofDays(random.nextInt(5)));
		return random.nextBoolean() ? TestSnapshots.entry(certificate) : TestSnapshots.entry(certificate,
				TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-" + random.nextInt(3))));
	}

	private static Snapshot snapshot(List<Entry> entries) {
		return TestSnapshots.of(entries.toArray(Entry[]::new));
	}

	@Test
	void whatDidNotChangeIsNotIndexedAnew() {
		Entry one = TestSnapshots.entry(TestCertificates.certificate("one"));
		Entry two = TestSnapshots.entry(TestCertificates.certificate("two"));
		Entry changed = TestSnapshots.entry(TestCertificates.certificate("two").alias("changed"));
		CertificateIndex before = CertificateIndex.of(TestSnapshots.of(one, two));
		List<IndexedEntry> after = before.followedBy(TestSnapshots.of(one, changed)).sortedBy(Sort.BY_EXPIRY);
		assertThat(after.get(0)).isSameAs(before.sortedBy(Sort.BY_EXPIRY).get(0));
		assertThat(after.get(1).text()).contains("changed");
	}

	@Test
	void indexOfTheSameSnapshotIsTheSame() {
		CertificateIndex index = CertificateIndex.of(TestSnapshots.numbered(2));
		assertThat(index.followedBy(index.snapshot())).isSameAs(index);
	}

	@Test
	void snapshotThatWasReadIsShownOnlyWhenItIsTheSnapshot() {
		LatestIndex latest = new LatestIndex();
		Snapshot first = TestSnapshots.numbered(1);
		latest.read(first);
		assertThat(latest.get()).isEmpty();
		latest.changed(first);
		assertThat(latest.get()).map(CertificateIndex::snapshot).contains(first);
		latest.read(TestSnapshots.numbered(2));
		assertThat(latest.get()).map(CertificateIndex::snapshot).contains(first);
		Snapshot withWrites = TestSnapshots.numbered(3);
		latest.changed(withWrites);
		assertThat(latest.get()).map(CertificateIndex::snapshot).contains(withWrites);
	}

	@Test
	void failedRefreshAfterAReadDoesNotHideWrites() {
		LatestIndex latest = new LatestIndex();
		latest.changed(TestSnapshots.numbered(1));
		latest.read(TestSnapshots.numbered(5));
		latest.changed(TestSnapshots.numbered(2));
		latest.changed(TestSnapshots.numbered(3));
		assertThat(latest.get().orElseThrow().sortedBy(Sort.BY_EXPIRY)).hasSize(3);
	}

}
