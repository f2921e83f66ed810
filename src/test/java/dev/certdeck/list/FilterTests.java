package dev.certdeck.list;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Filter}, as the list's URL asks for it.
 */
class FilterTests {

	private static final Snapshot SNAPSHOT = TestSnapshots.of(
			TestSnapshots.entry(
					TestCertificates.certificate("Shop0001")
						.alias("Shop front")
						.names("www.example.com", "*.example.com")
						.source("upload")
						.left(Duration.ofDays(10)),
					TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-1"))),
			TestSnapshots.entry(TestCertificates.certificate("Muni0002")
				.names("münchen.de", "*.例子.公司")
				.plan(Plan.FREE)
				.source("trustasia")
				.status(3)
				.left(Duration.ofDays(-10))),
			TestSnapshots.entry(TestCertificates.certificate("Paid0003")
				.alias("Ca\u0301fe\u0301")
				.names("pay.example.org")
				.plan(Plan.PAID)
				.source("trustasia")
				.left(Duration.ofDays(60)), TestCertificates.notKnown(Set.of(ResourceType.CDN))),
			TestSnapshots.entry(TestCertificates.certificate("Root0004")
				.alias("client CA")
				.type(CertificateType.CA)
				.source("upload")),
			TestSnapshots.entry(TestCertificates.certificate("Pend0005")
				.names("new.example.com")
				.plan(Plan.FREE)
				.source("trustasia")
				.status(0)
				.appliedAt(TestCertificates.NOW.minusSeconds(1800))),
			TestSnapshots
				.entry(TestCertificates.certificate("Odd_0006").names("odd.example.net").plan(Plan.PAID).status(42)));

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
			''                       | Shop Muni Paid Root Pend Odd_
			q=shop                   | Shop
			q=SHOP%20FRONT           | Shop
			q=0001                   | Shop
			q=%20%20shop%20          | Shop
			q=example.com            | Shop Pend
			q=*.ex                   | Shop
			q=m%C3%BCnchen           | Muni
			q=M%C3%9CNCHEN           | Muni
			q=mu%CC%88nchen          | Muni
			q=xn--mnchen-3ya         | Muni
			q=XN--fsqu00a            | Muni
			q=%E4%BE%8B%E5%AD%90     | Muni
			q=c%C3%A1f%C3%A9         | Paid
			q=nothing                | -
			q=%25                    | -
			q=.*                     | -
			host=www.example.com     | Shop
			host=WWW.EXAMPLE.COM.    | Shop
			host=new.example.com     | Shop Pend
			host=example.com         | -
			host=a.b.example.com     | -
			host=*.example.com       | Shop
			host=https://www.example.com/v1?a=b%23c | Shop
			host=//www.example.com:443 | Shop
			host=HTTPS://Ana:secret@www.example.com.:8443/ | Shop
			host=*.例子.公司            | Muni
			host=*.www.example.com   | -
			host=www.例子.公司          | Muni
			host=www.xn--fsqu00a.xn--55qx5d | Muni
			host=M%C3%9CNCHEN.de     | Muni
			type=ca                  | Root
			type=svr                 | Shop Muni Paid Pend Odd_
			plan=free                | Muni Pend
			plan=PAID                | Paid Odd_
			plan=uploaded            | Shop Root
			source=upload            | Shop Root
			source=Upload            | -
			status=3                 | Muni
			status=3&status=0        | Muni Pend
			status=42                | Odd_
			status=1                 | Shop Paid Root
			expires=expired          | Muni
			expires=10               | Shop
			expires=9                | -
			expires=90               | Shop Paid
			usage=bound              | Shop
			usage=unbound            | Muni Root Pend Odd_
			usage=unknown            | Paid
			deletable=yes            | Muni Root
			deletable=no             | Shop Paid Pend Odd_
			""")
	void findsByEachFilterAlone(String query, String found) {
		assertThat(found(query)).containsExactlyInAnyOrder((found != null) ? found.split(" ") : new String[0]);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					q=example&plan=free                            | Pend
					plan=free&deletable=yes                        | Muni
					plan=free&deletable=no                         | Pend
					host=new.example.com&usage=unbound             | Pend
					host=new.example.com&usage=bound&expires=30    | Shop
					type=svr&source=trustasia&status=1             | Paid
					type=ca&usage=bound                            | -
					expires=expired&status=1                       | -
					q=m&host=m%C3%BCnchen.de&type=svr&plan=free&source=trustasia&status=3&expires=expired&usage=unbound&deletable=yes | Muni
					""")
	void filtersCombine(String query, String found) {
		assertThat(found(query)).containsExactlyInAnyOrder((found != null) ? found.split(" ") : new String[0]);
	}

	@Test
	void eachPairOfFiltersFindsWhatBothFind() {
		List<String> queries = List.of("q=example", "host=new.example.com", "type=svr", "plan=free", "source=upload",
				"status=1", "expires=90", "usage=unbound", "deletable=no");
		for (String one : queries) {
			for (String other : queries) {
				if (!one.equals(other)) {
					List<String> both = found(one).stream().filter(found(other)::contains).toList();
					assertThat(found(one + "&" + other)).as(one + "&" + other)
						.containsExactlyInAnyOrderElementsOf(both);
				}
			}
		}
	}

	private static List<String> found(String query) {
		return TestLists.found(SNAPSHOT, query).stream().map((id) -> id.substring(0, 4)).toList();
	}

}
