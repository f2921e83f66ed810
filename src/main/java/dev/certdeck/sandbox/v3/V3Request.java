package dev.certdeck.sandbox.v3;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A request of API 3.0.
 *
 * @param method the HTTP method
 * @param query the query string in its canonical form
 * @param headers the headers by name in lower case
 * @param body the body
 */
record V3Request(String method, String query, Map<String, String> headers, byte[] body) {

	static V3Request of(HttpServletRequest request, byte[] body) {
		Map<String, String> headers = new TreeMap<>();
		for (String name : Collections.list(request.getHeaderNames())) {
			headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
		}
		return new V3Request(request.getMethod(), Optional.ofNullable(request.getQueryString()).orElse(""), headers,
				body);
	}

	String action() {
		return header("X-TC-Action").orElse("");
	}

	/**
	 * Returns a header.
	 * @param name its name in any case
	 * @return its value, empty if it is absent or blank
	 */
	Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.get(name.toLowerCase(Locale.ROOT))).filter((value) -> !value.isBlank());
	}

	String required(String name) {
		return header(name).orElseThrow(() -> V3Exception.missing(name));
	}

}
