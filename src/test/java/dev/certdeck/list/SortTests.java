package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Sort} and {@link SortColumn}.
 */
class SortTests {

	private static final Snapshot SNAPSHOT = TestSnapshots.of(
			TestSnapshots.entry(TestCertificates.certificate("d")
				.alias("beta")
				.names("b.com")
				.source("upload")
				.authority("Zeta")
				.left(Duration.ofDays(30))),
			TestSnapshots.entry(TestCertificates.certificate("b")),
			TestSnapshots.entry(
					TestCertificates.certificate("c")
						.alias("Alpha")
						.names("C.com")
						.source("trustasia")
						.authority("alpha")
						.plan(Plan.PAID)
						.status(10)
						.left(Duration.ofDays(-5)),
					TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-1"))),
			TestSnapshots.entry(
					TestCertificates.certificate("a")
						.alias("gamma")
						.names("a.com")
						.source("Acme")
						.authority("Beta")
						.plan(Plan.FREE)
						.status(2)
						.type(CertificateType.CA)
						.left(Duration.ofDays(3650)),
					TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-1"),
							TestCertificates.binding(ResourceType.CDN, "x"))),
			TestSnapshots.entry(TestCertificates.certificate("e"), TestCertificates.notKnown(Set.of(ResourceType.BM))));

	@ParameterizedTest(name = "{0}: {1}, descending: {2}")
	@CsvSource({ "expiry, cdabe, adceb", "domain, adcbe, cdaeb", "alias, cdabe, adceb", "id, abcde, edcba",
			"type, bcdea, aedcb", "plan, bdeac, caedb", "source, acdbe, dcaeb", "authority, cadbe, daceb",
			"status, bdeac, caedb", "usage, acbde, edbca" })
	void sortsByEachColumnWithMissingValuesLast(String column, String ascending, String descending) {
		assertThat(sorted(column)).isEqualTo(ascending);
		assertThat(sorted("-" + column)).isEqualTo(descending);
	}

	@Test
	void endsThatAreNotKnownComeLastAndNoEndBeforeThem() {
		Snapshot snapshot = TestSnapshots.of(ending("u", null), ending("n", Validity.NO_END),
				ending("b", TestCertificates.NOW.plusSeconds(2)), ending("a", TestCertificates.NOW.plusSeconds(1)));
		assertThat(String.join("", TestLists.found(snapshot, "sort=expiry"))).isEqualTo("abnu");
		assertThat(String.join("", TestLists.found(snapshot, "sort=-expiry"))).isEqualTo("nbau");
	}

	private static Entry ending(String id, @Nullable Instant until) {
		return TestSnapshots.entry(TestCertificates.certificate(id).validity(new Validity(null, until, until == null)));
	}

	@ParameterizedTest
	@EnumSource(SortColumn.class)
	void equalValuesAreInTheSameOrderWhateverTheCloudsOrder(SortColumn column) {
		Entry one = TestSnapshots.entry(TestCertificates.certificate("one"));
		Entry two = TestSnapshots.entry(TestCertificates.certificate("two"));
		Entry three = TestSnapshots.entry(TestCertificates.certificate("three"));
		for (Sort sort : List.of(new Sort(column, false), new Sort(column, true))) {
			assertThat(TestLists.found(TestSnapshots.of(one, two, three), "sort=" + sort))
				.isEqualTo(TestLists.found(TestSnapshots.of(three, two, one), "sort=" + sort));
		}
	}

	@ParameterizedTest
	@EnumSource(SortColumn.class)
	void orderStandsInTheUrl(SortColumn column) {
		for (Sort sort : List.of(new Sort(column, false), new Sort(column, true))) {
			assertThat(Sort.parse(sort.toString())).contains(sort);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "--expiry", "EXPIRY", "expiry ", "+expiry", "nothing" })
	void whatIsNoOrderIsNone(String text) {
		assertThat(Sort.parse(text)).isEmpty();
	}

	@Test
	void secondClickTurnsTheOrderRound() {
		Sort ascending = Sort.BY_EXPIRY.onClick(SortColumn.ALIAS);
		assertThat(ascending).isEqualTo(new Sort(SortColumn.ALIAS, false));
		assertThat(ascending.onClick(SortColumn.ALIAS)).isEqualTo(new Sort(SortColumn.ALIAS, true));
		assertThat(ascending.onClick(SortColumn.ALIAS).onClick(SortColumn.ALIAS)).isEqualTo(ascending);
		assertThat(new Sort(SortColumn.ALIAS, true).onClick(SortColumn.ID)).isEqualTo(new Sort(SortColumn.ID, false));
	}

	@Test
	void soonestEndComesFirstUnlessAskedOtherwise() {
		assertThat(String.join("", TestLists.found(SNAPSHOT, ""))).isEqualTo("cdabe");
	}

	private static String sorted(String sort) {
		return Stream.of(TestLists.found(SNAPSHOT, "sort=" + sort))
			.map((ids) -> String.join("", ids))
			.findFirst()
			.orElseThrow();
	}

}
