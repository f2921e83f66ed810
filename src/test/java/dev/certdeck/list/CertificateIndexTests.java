package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateIndex} and {@link LatestIndex}.
 */
@Tag("time-zone")
class CertificateIndexTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final Duration PERIOD = TestLists.POLICY.pendingPeriod();

	private static final List<Sort> SORTS = Stream.of(SortColumn.values())
		.flatMap((column) -> Stream.of(new Sort(column, false), new Sort(column, true)))
		.toList();

	private static final String[] NAMES = { "www.example.com", "*.example.com", "a.b.example.com", "*.b.example.com",
			"münchen.de", "*.例子.公司", "10.0.0.1", "2001:db8::1", "2001:db8:0:0:0:0:0:1", "*.0.0.1", "localhost" };

	private static final String[] FILTERS = { "q=alias", "q=id-1", "q=example", "host=www.example.com",
			"host=x.b.example.com", "host=*.example.com", "host=2001:db8::1", "host=10.0.0.1", "host=localhost",
			"host=m%C3%BCnchen.de", "host=www.例子.公司", "host=none.example.org", "type=ca", "plan=free", "plan=paid",
			"source=source%201", "status=0", "status=1&status=3", "status=4&status=99", "expires=expired", "expires=0",
			"expires=2", "expires=30", "usage=bound", "usage=unbound", "usage=unknown", "usage=unconfirmed",
			"deletable=yes", "deletable=no" };

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void followsChangesAsIfIndexedAnewAndFindsWhatTheRuleFinds(long seed) {
		Random random = new Random(seed);
		List<Entry> entries = new ArrayList<>();
		CertificateIndex index = TestLists.index(snapshot(entries));
		for (int step = 0; step < 60; step++) {
			ordered(index);
			change(entries, random);
			index = index.followedBy(snapshot(entries));
			assertThat(ordered(index)).as("after %d", step).isEqualTo(ordered(TestLists.index(snapshot(entries))));
			Instant now = NOW.plusMillis(random.nextInt(2 * 86_400_000));
			for (String query : FILTERS) {
				String both = query + "&" + FILTERS[random.nextInt(FILTERS.length)];
				assertFound(index, entries, query, now);
				assertFound(index, entries, both, now);
			}
			assertThat(index.tiles(new Expiry(2), now)).isEqualTo(ListRule.tiles(entries, new Expiry(2), now));
		}
	}

	private static void assertFound(CertificateIndex index, List<Entry> entries, String query, Instant now) {
		Filter filter = CertificateQuery.parse(query).filter();
		assertThat(index.page(index.find(filter, now), Sort.BY_EXPIRY, 0, entries.size()))
			.extracting((entry) -> entry.id().value())
			.as("%s at %s", query, now)
			.containsExactlyInAnyOrderElementsOf(ListRule.found(entries, filter, now));
	}

	private static List<List<Entry>> ordered(CertificateIndex index) {
		return SORTS.stream().map((sort) -> index.page(index.find(Filter.NONE, NOW), sort, 0, 1000)).toList();
	}

	private static void change(List<Entry> entries, Random random) {
		int changes = (random.nextInt(20) == 0) ? 40 : 1 + random.nextInt(3);
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
		Instant until = NOW.plus(Duration.ofHours(random.nextInt(120) - 24));
		TestCertificates.Builder certificate = TestCertificates.certificate("id-" + random.nextInt(30))
			.alias(random.nextBoolean() ? "" : "alias " + random.nextInt(3))
			.names(Stream.generate(() -> NAMES[random.nextInt(NAMES.length)])
				.limit(random.nextInt(4))
				.toArray(String[]::new))
			.type(CertificateType.values()[random.nextInt(2)])
			.plan(Plan.values()[random.nextInt(3)])
			.source(random.nextBoolean() ? "" : "source " + random.nextInt(3))
			.status(random.nextInt(6))
			.appliedAt(NOW.minus(PERIOD.dividedBy(60).multipliedBy(random.nextInt(120))))
			.validity((random.nextInt(5) == 0) ? null
					: new Validity(null, (random.nextInt(5) == 0) ? null : until, false));
		Usage bound = TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-" + random.nextInt(3)));
		return TestSnapshots.entry(certificate, switch (random.nextInt(4)) {
			case 0 -> bound;
			case 1 -> TestCertificates.notKnown();
			case 2 -> TestCertificates.notKnown().keeping(bound);
			default -> TestCertificates.usedBy();
		});
	}

	private static Snapshot snapshot(List<Entry> entries) {
		return TestSnapshots.of(entries.toArray(Entry[]::new));
	}

	@Test
	void countsAreRightAtEveryInstant() {
		List<Entry> entries = List.of(
				TestSnapshots.entry(TestCertificates.certificate("a").left(Duration.ofMinutes(7))),
				TestSnapshots.entry(TestCertificates.certificate("b").left(Duration.ofDays(30).plusMinutes(11))),
				TestSnapshots.entry(TestCertificates.certificate("c")
					.plan(Plan.FREE)
					.status(0)
					.appliedAt(NOW.minus(PERIOD).plus(Duration.ofMinutes(9)).minusMillis(1))),
				TestSnapshots.entry(TestCertificates.certificate("d")
					.plan(Plan.FREE)
					.status(4)
					.appliedAt(NOW.minus(PERIOD).plus(Duration.ofMinutes(20)))));
		CertificateIndex index = TestLists.index(snapshot(entries));
		Random random = new Random(5);
		Instant now = NOW;
		for (int step = 0; step < 3000; step++) {
			now = now.plusMillis(random.nextInt(1000));
			assertThat(index.tiles(new Expiry(30), now)).as(now.toString())
				.isEqualTo(ListRule.tiles(entries, new Expiry(30), now));
		}
		assertThat(now).isAfter(NOW.plus(Duration.ofMinutes(21)));
		for (Instant instant : List.of(NOW.plus(Duration.ofMinutes(7)), NOW.plus(Duration.ofMinutes(7)).plusNanos(1),
				NOW.plus(Duration.ofMinutes(9)).minusMillis(1), NOW.plus(Duration.ofMinutes(20)))) {
			assertThat(index.tiles(new Expiry(30), instant))
				.isEqualTo(ListRule.tiles(entries, new Expiry(30), instant));
		}
	}

	@Test
	void indexOfTheSameSnapshotIsTheSame() {
		CertificateIndex index = TestLists.index(TestSnapshots.numbered(2));
		assertThat(index.followedBy(index.snapshot())).isSameAs(index);
	}

	@Test
	void latestIndexIsThatOfTheLatestSnapshot() {
		LatestIndex latest = new LatestIndex(TestLists.POLICY);
		assertThat(latest.get()).isEmpty();
		Snapshot first = TestSnapshots.numbered(1);
		latest.changed(first);
		assertThat(latest.get()).map(CertificateIndex::snapshot).contains(first);
		Snapshot second = TestSnapshots.numbered(3);
		latest.changed(second);
		assertThat(latest.get()).map(CertificateIndex::snapshot).contains(second);
	}

}
