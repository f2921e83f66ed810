package dev.certdeck.security;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageRequest}, with the headers that browsers send.
 */
class PageRequestTests {

	private static final String HTML = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	@ParameterizedTest
	@ValueSource(strings = { HTML, HTML + " | Sec-Fetch-Mode: navigate | Sec-Fetch-Dest: document | Sec-Fetch-User: ?1",
			HTML + " | Sec-Fetch-Site: cross-site | Sec-Fetch-Mode: navigate | Sec-Fetch-Dest: document",
			"Accept: TEXT/HTML", "Accept: text/html, */*;q=0.1" })
	void personAsksForAPage(String headers) {
		assertThat(new PageRequest().matches(request("GET", headers))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Accept: */*", "Accept: application/json", "Accept: image/avif,image/webp,*/*;q=0.8",
			"Accept: text/css,*/*;q=0.1", "Accept: text/event-stream", "Accept: nonsense", "Accept: ",
			HTML + " | Sec-Fetch-Mode: cors | Sec-Fetch-Dest: empty",
			HTML + " | Sec-Fetch-Mode: no-cors | Sec-Fetch-Dest: image",
			HTML + " | Sec-Fetch-Mode: navigate | Sec-Fetch-Dest: iframe",
			HTML + " | Sec-Fetch-Mode: navigate | Sec-Fetch-Dest: document | Sec-Purpose: prefetch;prerender",
			HTML + " | Sec-Purpose: prefetch", HTML + " | Purpose: prefetch", HTML + " | X-Moz: prefetch",
			HTML + " | X-Purpose: preview", HTML + " | HX-Request: true",
			HTML + " | HX-Boosted: true | HX-Request: true", HTML + " | X-Requested-With: XMLHttpRequest" })
	void nobodyAsksForAPage(String headers) {
		assertThat(new PageRequest().matches(request("GET", headers))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HEAD", "POST", "OPTIONS", "get" })
	void onlyGetAsksForAPage(String method) {
		assertThat(new PageRequest().matches(request(method, HTML))).isFalse();
	}

	private static MockHttpServletRequest request(String method, String headers) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/certificates");
		Stream.of(headers.split(" \\| "))
			.map((header) -> header.split(": ?", 2))
			.filter((header) -> header.length == 2)
			.forEach((header) -> request.addHeader(header[0], header[1]));
		return request;
	}

}
