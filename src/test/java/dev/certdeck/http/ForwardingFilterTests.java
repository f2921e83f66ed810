package dev.certdeck.http;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ForwardingFilter}, {@link Forwarding}, {@link ForwardedElement},
 * {@link PublicAddress} and {@link HeaderSyntax}.
 */
class ForwardingFilterTests {

	private final ForwardingFilter filter = new ForwardingFilter(
			new TrustedProxies(List.of("10.0.0.0/8", "2001:db8:ffff::/48")));

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/certificates");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	ForwardingFilterTests() {
		this.request.setServerName("inner");
		this.request.setServerPort(8080);
		this.request.setRemoteAddr("10.0.0.1");
		this.request.setRemoteHost("10.0.0.1");
	}

	@Test
	void trustedProxyIsBelieved() {
		say("X-Forwarded-For", "192.0.2.9");
		say("X-Forwarded-Proto", "https");
		say("X-Forwarded-Host", "certs.example.com");
		say("X-Forwarded-Port", "8443");
		say("X-Forwarded-Prefix", "/certs/");
		HttpServletRequest seen = filtered();
		assertThat(seen.getRequestURL()).hasToString("https://certs.example.com:8443/certs/certificates");
		assertThat(seen.isSecure()).isTrue();
		assertThat(seen.getContextPath()).isEqualTo("/certs");
		assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.9").isEqualTo(seen.getRemoteHost());
		assertThat(Collections.list(seen.getHeaderNames())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.9", "11.0.0.1", "::1", "127.0.0.1", "2001:db8:fffe::1" })
	void nobodyElseIs(String peer) {
		this.request.setRemoteAddr(peer);
		this.request.setRemoteHost(peer);
		say("Forwarded", "for=10.0.0.9;host=evil.example;proto=https");
		say("X-Forwarded-For", "10.0.0.9");
		say("X-Forwarded-Host", "evil.example");
		say("X-Forwarded-Proto", "https");
		say("X-Forwarded-Prefix", "/evil");
		say("X-FORWARDED-SSL", "on");
		HttpServletRequest seen = filtered();
		assertThat(seen.getRequestURL()).hasToString("http://inner:8080/certificates");
		assertThat(seen.getContextPath()).isEmpty();
		assertThat(seen.isSecure()).isFalse();
		assertThat(seen.getRemoteAddr()).isEqualTo(peer);
		assertThat(Collections.list(seen.getHeaderNames())).isEmpty();
		assertThat(seen.getHeader("x-forwarded-host")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			192.0.2.9                                 | 192.0.2.9
			6.6.6.6, 192.0.2.9                        | 192.0.2.9
			6.6.6.6, 192.0.2.9, 10.0.0.2, 10.0.0.3    | 192.0.2.9
			10.0.0.5, 192.0.2.9                       | 192.0.2.9
			10.0.0.5, 10.0.0.6                        | 10.0.0.5
			192.0.2.9:4711, 10.0.0.2:80               | 192.0.2.9
			[2001:db8::1]:4711                        | 2001:db8:0:0:0:0:0:1
			6.6.6.6, 2001:db8::1, 2001:db8:ffff::1    | 2001:db8:0:0:0:0:0:1
			fe80::1%eth0                              | fe80:0:0:0:0:0:0:1
			6.6.6.6, unknown                          | 10.0.0.1
			6.6.6.6, _hidden, 10.0.0.7                | 10.0.0.7
			6.6.6.6, 192.0.2.9,                       | 10.0.0.1
			,                                         | 10.0.0.1
			""")
	void clientIsTheLastAddressThatIsNoProxy(String addresses, String client) {
		say("X-Forwarded-For", addresses);
		assertThat(filtered().getRemoteAddr()).isEqualTo(client);
		assertThat(this.response.getStatus()).isEqualTo(200);
	}

	@Test
	void linesOfOneHeaderAreReadInOrder() {
		say("X-Forwarded-For", "6.6.6.6");
		say("X-Forwarded-For", "192.0.2.9");
		say("X-Forwarded-Host", "evil.example");
		say("X-Forwarded-Host", "certs.example.com");
		HttpServletRequest seen = filtered();
		assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.9");
		assertThat(seen.getServerName()).isEqualTo("certs.example.com");
	}

	@Test
	void appendedValueCountsNotThatOfTheClient() {
		say("X-Forwarded-Host", "evil.example, certs.example.com");
		say("X-Forwarded-Proto", "http, https");
		say("X-Forwarded-Prefix", "/evil,/certs");
		assertThat(filtered().getRequestURL()).hasToString("https://certs.example.com/certs/certificates");
	}

	@Test
	void standardHeaderIsBelieved() {
		say("Forwarded", "for=6.6.6.6;host=evil.example;proto=http");
		say("Forwarded", "For=\"[2001:db8::1]:4711\" ;HOST=\"certs.example.com:8443\"; proto=https");
		HttpServletRequest seen = filtered();
		assertThat(seen.getRequestURL()).hasToString("https://certs.example.com:8443/certificates");
		assertThat(seen.getRemoteAddr()).isEqualTo("2001:db8:0:0:0:0:0:1");
		assertThat(Collections.list(seen.getHeaderNames())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "for=\"6.6.6.6, for=192.0.2.9", "for=\"6.6.6.6;, for=192.0.2.9", "\"\\\", for=192.0.2.9",
			"for=10.0.0.4,host=evil.example,for=192.0.2.9;by=_x", "=;;=,for=192.0.2.9" })
	void brokenElementOfTheClientDoesNotReachTheNext(String header) {
		say("Forwarded", header);
		HttpServletRequest seen = filtered();
		assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.9");
		assertThat(seen.getServerName()).isEqualTo("inner");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Prefix", "x-forwarded-ssl" })
	void standardHeaderDoesNotCountBesideTheOthers(String other) {
		say(other, "on");
		say("Forwarded", "for=6.6.6.6;host=evil.example");
		HttpServletRequest seen = filtered();
		assertThat(seen.getServerName()).isEqualTo("inner");
		assertThat(seen.getRemoteAddr()).isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					X-Forwarded-Proto: HTTPS                  | X-Forwarded-Host: Certs.Example.COM
					X-Forwarded-Proto: "https"                | X-Forwarded-Host: "certs.example.com"
					X-Forwarded-Proto: "http\\s"            | X-Forwarded-Host: "certs\\.example.com:443"
					X-Forwarded-Proto:     Https              | X-Forwarded-Host: certs.example.com:443
					X-Forwarded-Proto: http, https            | X-Forwarded-Host: evil.example, certs.example.com:443
					X-Forwarded-Proto: https,                 | X-Forwarded-Host: certs.example.com ,,
					X-Forwarded-Proto: https, , ""            | X-Forwarded-Host: certs.example.com:0443
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com.
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: 443
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: "443"
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: 80, 443,
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: 80
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: ""
					X-Forwarded-Proto: HTTPS                  | X-Forwarded-Host: certs.example.com:443 ; X-Forwarded-Port: 443
					X-Forwarded-Proto: https                  | X-Forwarded-Host: certs.example.com ; Forwarded: proto=http;host=evil.example
					X-Forwarded-Ssl: ON                       | X-Forwarded-Host: certs.example.com:443
					X-Forwarded-Ssl: "on"                     | X-Forwarded-Host: certs.example.com ; X-Forwarded-Proto: ""
					Forwarded: proto=https;host=certs.example.com | X-Forwarded-Proto:
					Forwarded: proto=https;host=certs.example.com | X-Forwarded-For: "" ; X-Forwarded-Host: ,
					Forwarded: Proto=HTTPS;Host=Certs.Example.Com:443 |
					Forwarded: proto="https"; host="certs.example.com:443" |
					Forwarded: proto = https ; host = "certs\\.example.com" |
					Forwarded: ;;proto=https;;host=certs.example.com;, |
					Forwarded: for=192.0.2.9;proto=https;host=certs.example.com, for=10.0.0.2;proto=http;host=inner.example |
					Forwarded: for=192.0.2.9;proto=https;host=certs.example.com, for=10.0.0.2 |
					Forwarded: for=192.0.2.9;host=certs.example.com, for=10.0.0.2;proto=https |
					Forwarded: for=192.0.2.9;ext="a, b;c";proto=https;by="[2001:db8::2]:80";host=certs.example.com |
					Forwarded: proto=http;host=evil.example, for="[2001:DB8::9]:4711";PROTO=https;host="certs.example.com" |
					Forwarded: proto=http;host=evil.example, for="_x;,y";PROTO=https;host="certs.example.com" |
					Forwarded: for="a;host=evil.example, for="[2001:db8::9]";proto=https;host="certs.example.com" |
					""")
	void everySpellingOfOneTruthIsReadAlike(String first, String second) throws Exception {
		Stream.of(first, second).filter((headers) -> headers != null).forEach(this::everyHeader);
		HttpServletRequest seen = filtered();
		assertThat(seen.getRequestURL()).hasToString("https://certs.example.com/certificates");
		assertThat(seen.getScheme() + " " + seen.getServerName() + " " + seen.getServerPort())
			.isEqualTo("https certs.example.com 443");
		assertThat(seen.isSecure()).isTrue();
		assertThat(redirected()).isEqualTo("https://certs.example.com/certificates");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			X-Forwarded-Host: Certs.Example.com:8443 ; X-Forwarded-Proto: Https
			X-Forwarded-Host: certs.example.com ; X-Forwarded-Proto: https ; X-Forwarded-Port: 8443
			X-Forwarded-Host: certs.example.com:443 ; X-Forwarded-Proto: https ; X-Forwarded-Port: 8443
			X-Forwarded-Host: certs.example.com:8443 ; X-Forwarded-Proto: https ; X-Forwarded-Port: 80
			X-Forwarded-Host: certs.example.com:8443 ; X-Forwarded-Ssl: on
			Forwarded: host="Certs.Example.com:8443";proto=HTTPS
			""")
	void otherPortIsKept(String headers) throws Exception {
		everyHeader(headers);
		assertThat(redirected()).isEqualTo("https://certs.example.com:8443/certificates");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			X-Forwarded-Host: [2001:DB8::5]:443 ; X-Forwarded-Proto: https
			X-Forwarded-Host: "[2001:db8::5]" ; X-Forwarded-Proto: https ; X-Forwarded-Port: 443
			Forwarded: host="[2001:db8::5]:443";proto=https
			Forwarded: host=[2001:db8::5];proto=https
			""")
	void hostMayBeAnAddress(String headers) throws Exception {
		everyHeader(headers);
		assertThat(redirected()).isEqualTo("https://[2001:db8::5]/certificates");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			X-Forwarded-Host: certs.example.com:80 ; X-Forwarded-Proto: HTTP
			X-Forwarded-Host: certs.example.com ; X-Forwarded-Proto: http ; X-Forwarded-Port: 80
			X-Forwarded-Host: certs.example.com ; X-Forwarded-Proto: "" ; X-Forwarded-Ssl: off
			X-Forwarded-Host: certs.example.com ; X-Forwarded-Port: 443
			Forwarded: host="certs.example.com:80"
			""")
	void plainHttpIsReadAlikeToo(String headers) throws Exception {
		everyHeader(headers);
		assertThat(filtered().isSecure()).isFalse();
		assertThat(redirected()).isEqualTo("http://certs.example.com/certificates");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certs", "/certs/", " /certs , ", "\"/certs/\"", "\"/c\\erts\"", "/evil,/certs" })
	void everySpellingOfAPrefixIsReadAlike(String prefix) {
		say("X-Forwarded-Prefix", prefix);
		assertThat(filtered().getContextPath()).isEqualTo("/certs");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			for=6.6.6.6;host=evil.example, for=192.0.2.9
			for=10.0.0.5;host=evil.example, for=unknown
			for=10.0.0.5;host=evil.example, proto=https
			host=evil.example, for=_hidden
			""")
	void elementOfTheClientDoesNotCount(String header) {
		say("Forwarded", header);
		assertThat(filtered().getServerName()).isEqualTo("inner");
	}

	@Test
	void sslHeaderMeansHttps() {
		say("X-Forwarded-Ssl", "on");
		assertThat(filtered().getRequestURL()).hasToString("https://inner/certificates");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			X-Forwarded-Port   | 0
			X-Forwarded-Port   | 65536
			X-Forwarded-Port   | -1
			X-Forwarded-Port   | 99999999999999999999
			X-Forwarded-Port   | http
			X-Forwarded-Host   | evil.example/path
			X-Forwarded-Host   | a b
			X-Forwarded-Host   | host:
			X-Forwarded-Host   | host:99999
			X-Forwarded-Host   | a:b:c
			X-Forwarded-Host   | [::1
			X-Forwarded-Host   | user@host
			X-Forwarded-Host   | ..
			X-Forwarded-Proto  | javascript
			X-Forwarded-Proto  | httpss
			X-Forwarded-Prefix | certs
			X-Forwarded-Prefix | //evil.example
			X-Forwarded-Prefix | /..
			X-Forwarded-Prefix | /a/../b
			X-Forwarded-Prefix | /a?b
			X-Forwarded-Prefix | /<script>
			X-Forwarded-Prefix | /
			X-Forwarded-Ssl    | yes
			""")
	void valueThatMakesNoSenseCountsAsAbsent(String name, String value) {
		say(name, value);
		assertThat(filtered().getRequestURL()).hasToString("http://inner:8080/certificates");
		assertThat(this.response.getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "\r\nX: y", "\u2028", "\ud800", "é", ";", "\"" })
	void strangeCharactersAreNotAnError(String strange) {
		Stream.of("for", "proto", "host", "port", "prefix", "ssl")
			.forEach((name) -> say("X-Forwarded-" + name, strange.repeat(2000)));
		assertThat(filtered().getRequestURL()).hasToString("http://inner:8080/certificates");
		assertThat(this.response.getStatus()).isEqualTo(200);
	}

	@Test
	void redirectLeadsThroughTheProxy() throws Exception {
		say("X-Forwarded-Proto", "https");
		say("X-Forwarded-Host", "certs.example.com");
		say("X-Forwarded-Prefix", "/certs");
		this.filter.doFilter(this.request, this.response, (seen, answer) -> ((HttpServletResponse) answer)
			.sendRedirect(((HttpServletRequest) seen).getContextPath() + "/certificates?q=%7B%22%5B"));
		assertThat(this.response.getRedirectedUrl())
			.isEqualTo("https://certs.example.com/certs/certificates?q=%7B%22%5B");
	}

	private void say(String header, String value) {
		this.request.addHeader(header, value);
	}

	private void everyHeader(String headers) {
		Stream.of(headers.split(" ; (?=X-|F)"))
			.map((header) -> header.split(":", 2))
			.forEach((header) -> say(header[0], header[1]));
	}

	private String redirected() throws Exception {
		MockHttpServletResponse answer = new MockHttpServletResponse();
		this.filter.doFilter(this.request, answer,
				(seen, passed) -> ((HttpServletResponse) passed).sendRedirect("/certificates"));
		return String.valueOf(answer.getRedirectedUrl());
	}

	private HttpServletRequest filtered() {
		AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
		FilterChain chain = (passed, answer) -> seen.set((HttpServletRequest) passed);
		try {
			this.filter.doFilter(this.request, this.response, chain);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return seen.get();
	}

}
