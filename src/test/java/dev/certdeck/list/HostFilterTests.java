package dev.certdeck.list;

import java.util.List;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostFilter}.
 */
class HostFilterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			api.example.com                       | api.example.com
			'  API.Example.COM.  '                | api.example.com
			https://api.example.com/v1            | api.example.com
			http://api.example.com                | api.example.com
			wss://api.example.com:8443/a?b=c#d    | api.example.com
			https://https://api.example.com       | api.example.com
			//api.example.com/                    | api.example.com
			api.example.com:443                   | api.example.com
			api.example.com.:443                  | api.example.com
			api.example.com/v1                    | api.example.com
			api.example.com?x=https://b.example   | api.example.com
			api.example.com#top                   | api.example.com
			api.example.com\\v1                   | api.example.com
			ana:pass@api.example.com              | api.example.com
			https://ana:p@ss@api.example.com:1/   | api.example.com
			*.example.com                         | *.example.com
			https://*.Example.com:443/            | *.example.com
			localhost:8080                        | localhost
			_dmarc.example.com                    | _dmarc.example.com
			例子.公司                                 | xn--fsqu00a.xn--55qx5d
			https://MÜNCHEN.example.com:443/      | xn--mnchen-3ya.example.com
			*.münchen.example.com                 | *.xn--mnchen-3ya.example.com
			api。example。com                       | api.example.com
			192.0.2.7:443                         | 192.0.2.7
			https://192.0.2.7/24                  | 192.0.2.7
			2001:DB8::1                           | 2001:db8::1
			[2001:db8::1]:443                     | 2001:db8::1
			https://[2001:db8::1]/x               | 2001:db8::1
			""")
	void hostIsTakenOutOfWhatStandsAroundIt(String entered, String name) {
		HostFilter host = HostFilter.parse(entered).orElseThrow();
		assertThat(host.name()).isEqualTo(new DomainName(name));
		assertThat(host.toString()).isEqualTo(name);
		assertThat(HostFilter.parse(host.toString())).contains(host);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0api.example.com\u200b", "\ufeffapi.example.com", "\u202aapi.example.com\u202c\n",
			"\u200eapi.example.com\t" })
	void blanksAtTheEndsAreLeftOut(String entered) {
		assertThat(HostFilter.parse(entered)).contains(HostFilter.parse("api.example.com").orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "*.", ".", "..", "*.*.example.com", "www.*.example.com", "f*.example.com", "a..b",
			"a b", "a,b.example", "-a.example", "a-.example", "1.2.3", "999.1.1.1", "1.2.3.4.5", "0x7f.1", "https://",
			"http:///", "/v1", "?x", ":443", "api.example.com:https", "api.example.com: 443", "[2001:db8::1", "1:2:3",
			"[]", "foo@", "@", "Example Corp Device CA", "mail@ex ample.com", "\u0000", "a\u0000b.com", "a\u202eb.com",
			"ex<am.com", "%00", "%" })
	void whatIsNoHostNameIsCoveredByNothing(String entered) {
		HostFilter host = HostFilter.parse(entered).orElseThrow();
		assertThat(host.isHostName()).isFalse();
		assertThat(host.text()).isNotBlank();
		assertThat(host.test(TestCertificates.certificate("certif01").names("*.example.com", "*").build())).isFalse();
		assertThat(HostFilter.parse(host.toString())).contains(host);
	}

	@Test
	void overlongNamesAreNoHostNames() {
		for (String entered : List.of("a".repeat(64) + ".com", "a.".repeat(200) + "com", "例".repeat(5000),
				"x".repeat(100_000))) {
			assertThat(HostFilter.parse(entered).orElseThrow().isHostName()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u00a0\u200b", "\t\n" })
	void blanksAskNothing(String entered) {
		assertThat(HostFilter.parse(entered)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://ana:secret@not a host/", "ana:secret@", "secret@a b/@example.com",
			"https://secret@*.*.example.com" })
	void passwordIsNotKept(String entered) {
		assertThat(HostFilter.parse(entered).orElseThrow().toString()).doesNotContain("secret");
		assertThat(CertificateQuery.parse("host=" + entered.replace(" ", "%20")).queryString()).startsWith("host=")
			.doesNotContain("secret");
	}

	@Test
	void wildcardIsCoveredByItselfAlone() {
		HostFilter host = HostFilter.parse("*.example.com").orElseThrow();
		assertThat(List.of("*.example.com", "www.example.com", "example.com", "*.www.example.com", "*.com"))
			.filteredOn((name) -> host.test(TestCertificates.certificate("certif01").names(name).build()))
			.containsExactly("*.example.com");
	}

}
