package dev.certdeck.list;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.TestSnapshots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateQuery} and {@link QueryParameters}.
 */
class CertificateQueryTests {

	@Test
	void plainListHasNoQueryString() {
		assertThat(CertificateQuery.ALL.queryString()).isEmpty();
		assertThat(CertificateQuery.ALL.path()).isEqualTo("/certificates");
		assertThat(CertificateQuery.parse((String) null)).isEqualTo(CertificateQuery.ALL);
		assertThat(CertificateQuery.parse(" ")).isEqualTo(CertificateQuery.ALL);
		assertThat(CertificateQuery.parse("q=&host=&type=&status=&expires=&usage=&deletable=&sort=&size=&page="))
			.isEqualTo(CertificateQuery.ALL);
	}

	@Test
	void everythingStandsInTheUrl() {
		CertificateQuery query = CertificateQuery.parse("q=a&host=example.com&type=svr&plan=paid&source=upload"
				+ "&status=1&status=3&expires=30&usage=unknown&deletable=no&sort=-alias&size=50&page=3");
		assertThat(query.filter()).isEqualTo(
				new Filter("a", new HostFilter("example.com", new DomainName("example.com")), CertificateType.SVR,
						Plan.PAID, "upload", Set.of(CertificateStatus.APPROVED, CertificateStatus.EXPIRED),
						new Expiry(30), Usage.State.UNKNOWN, false));
		assertThat(query.sort()).isEqualTo(new Sort(SortColumn.ALIAS, true));
		assertThat(query.size()).isEqualTo(50);
		assertThat(query.page()).isEqualTo(3);
		assertThat(query.ignored()).isEmpty();
		assertThat(CertificateQuery.parse(query.queryString())).isEqualTo(query);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			type=x           | type
			plan=gold        | plan
			status=x         | status
			status=1&status=y&status=z | status
			status=99999999999 | status
			expires=soon     | expires
			expires=-1       | expires
			expires=36501    | expires
			expires=1e3      | expires
			usage=maybe      | usage
			deletable=true   | deletable
			sort=colour      | sort
			size=21          | size
			size=0           | size
			page=0           | page
			page=-1          | page
			page=x&size=x    | page, size
			""")
	void nonsenseIsLeftOutAndNamed(String queryString, String names) {
		CertificateQuery query = CertificateQuery.parse(queryString);
		assertThat(query.ignored()).containsExactlyInAnyOrder(names.split(", "));
		CertificateQuery sensible = CertificateQuery.parse(query.queryString());
		assertThat(sensible.ignored()).isEmpty();
		assertThat(sensible.filter()).isEqualTo(query.filter());
	}

	@Test
	void sensibleStatusesStayBesideNonsense() {
		assertThat(CertificateQuery.parse("status=1&status=x&status=-1&status=1").filter().statuses())
			.containsExactlyInAnyOrder(CertificateStatus.APPROVED, new CertificateStatus(-1));
	}

	@Test
	void endlessTextIsLeftOut() {
		assertThat(CertificateQuery.parse("q=" + "a".repeat(501)).ignored()).containsExactly("q");
		assertThat(CertificateQuery.parse("q=" + "a".repeat(500)).filter().text()).hasSize(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&", "=", "#", "%", "+", "a b", "\"'", "{}", "{q}", "a\r\nb", "中文", "../..",
			"//evil.example", "http://evil.example", "%26", "%zz", "a+b", ";", "?", "<script>", "\u0000", "😀", "\\",
			"|", "^", "`", "a&page=9", "&status=3", "ß", "İ", "e\u0301", "a\u2028b" })
	void hostileTextSurvivesTheUrl(String text) {
		for (String name : List.of("q", "source")) {
			CertificateQuery query = CertificateQuery.parse(parameters(name, text));
			assertThat(query.ignored()).isEmpty();
			assertThat(query.equals(CertificateQuery.ALL)).isFalse();
			String path = query.path();
			assertThat(path).startsWith("/certificates?" + name + "=").matches("[\\x21-\\x7e]+");
			assertThat(URI.create(path).getPath()).isEqualTo("/certificates");
			assertThat(URI.create(path).getRawFragment()).isNull();
			assertThat(CertificateQuery.parse(query.queryString())).isEqualTo(query);
			assertThat(ListPath.parse(query.queryString()).path()).isEqualTo(path);
		}
		assertThat(CertificateQuery.parse(parameters("source", text)).filter().source()).isEqualTo(text);
	}

	@Test
	void whatTheUrlSaysIsWhatWasMeant() {
		Random random = new Random(42);
		for (int round = 0; round < 5000; round++) {
			CertificateQuery query = CertificateQuery.parse(randomParameters(random));
			CertificateQuery sensible = query.withPage(query.page());
			assertThat(CertificateQuery.parse(query.queryString())).as(query.queryString()).isEqualTo(sensible);
			assertThat(CertificateQuery.parse(asABrowserSendsIt(query.queryString()))).isEqualTo(sensible);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "q=%zz", "q", "=", "&&", "q=%E4", "a=b&q=x", "?q=x", "q==x", "#", "{", "page=2;x" })
	void handWrittenWayBackIsTakenAsFarAsItMakesSense(String back) {
		String path = ListPath.parse(back).path();
		assertThat(path).matches("/certificates(\\?[\\x21-\\x7e]+)?");
		assertThat(ListPath.parse(back).query()).isEqualTo(ListPath.parse(ListPath.parse(back).query()).query());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 20", "2, 2, 20", "3, 3, 5", "4, 3, 5", "2147483647, 3, 5" })
	void pageBeyondTheEndIsTheLastOne(int asked, int shown, int rows) {
		ResultPage list = TestLists.apply("sort=id&page=" + asked, TestSnapshots.numbered(45));
		assertThat(list.page()).isEqualTo(shown);
		assertThat(list.pages()).isEqualTo(3);
		assertThat(list.total()).isEqualTo(45);
		assertThat(TestLists.found(list)).hasSize(rows).startsWith("id-%05d".formatted((shown - 1) * 20));
	}

	@ParameterizedTest
	@CsvSource({ "0, 20, 1", "20, 20, 1", "21, 20, 2", "100, 50, 2", "100, 100, 1", "101, 100, 2" })
	void countsPages(int count, int size, int pages) {
		ResultPage list = TestLists.apply("size=" + size, TestSnapshots.numbered(count));
		assertThat(list.pages()).isEqualTo(pages);
		assertThat(list.entries()).hasSize(Math.min(count, size));
		assertThat(list.page()).isEqualTo(1);
	}

	@Test
	void changeOfOrderFilterOrSizeBeginsAtTheFirstPage() {
		CertificateQuery query = CertificateQuery.parse("q=a&sort=id&size=50&page=3&type=x");
		assertThat(query.withSort(Sort.BY_EXPIRY).queryString()).isEqualTo("q=a&size=50");
		assertThat(query.withFilter(Filter.NONE).queryString()).isEqualTo("sort=id&size=50");
		assertThat(query.withSize(20).queryString()).isEqualTo("q=a&sort=id");
		assertThat(query.withPage(2).queryString()).isEqualTo("q=a&sort=id&size=50&page=2");
		assertThat(query.withPage(2).ignored()).isEmpty();
	}

	private static MultiValueMap<String, String> parameters(String name, String value) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add(name, value);
		return parameters;
	}

	private static MultiValueMap<String, String> asABrowserSendsIt(String queryString) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : queryString.isEmpty() ? new String[0] : queryString.split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.add(parts[0], UriUtils.decode(parts[1], StandardCharsets.UTF_8));
		}
		return parameters;
	}

	private static MultiValueMap<String, String> randomParameters(Random random) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		add(parameters, random, "q", randomText(random));
		add(parameters, random, "host", randomText(random));
		add(parameters, random, "source", randomText(random));
		add(parameters, random, "type", pick(random, "svr", "ca", "x"));
		add(parameters, random, "plan", pick(random, "free", "paid", "uploaded"));
		add(parameters, random, "status", String.valueOf(random.nextInt(20) - 2));
		add(parameters, random, "status", String.valueOf(random.nextInt(20) - 2));
		add(parameters, random, "expires", pick(random, "expired", "0", "30", "-3"));
		add(parameters, random, "usage", pick(random, "bound", "unbound", "unknown"));
		add(parameters, random, "deletable", pick(random, "yes", "no"));
		add(parameters, random, "sort", pick(random, "-id", "expiry", "-expiry", "usage", "nothing"));
		add(parameters, random, "size", pick(random, "20", "50", "100", "7"));
		add(parameters, random, "page", pick(random, "1", "2", "99", "x"));
		return parameters;
	}

	private static void add(MultiValueMap<String, String> parameters, Random random, String name,
			@Nullable String value) {
		if (random.nextBoolean()) {
			parameters.add(name, value);
		}
	}

	private static String pick(Random random, String... values) {
		return values[random.nextInt(values.length)];
	}

	private static String randomText(Random random) {
		String alphabet = "aB.*-&=#%+ \"'{}\r\n中例ÜßİΣ\u0308\u00a0\u200d/\\?;:@x0[]。";
		return random.ints(random.nextInt(12), 0, alphabet.length())
			.mapToObj((at) -> String.valueOf(alphabet.charAt(at)))
			.collect(Collectors.joining());
	}

	@Test
	void sizesAreThoseOfTheDocument() {
		assertThat(new TreeSet<>(CertificateQuery.SIZES)).containsExactly(20, 50, 100);
		assertThat(CertificateQuery.ALL.size()).isEqualTo(20);
	}

}
