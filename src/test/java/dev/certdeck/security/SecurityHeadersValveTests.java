package dev.certdeck.security;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecurityHeadersValve} and for what the filters add to them.
 */
class SecurityHeadersValveTests extends ProviderScene {

	private static final Map<String, String> EXPECTED = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin");

	@ParameterizedTest
	@CsvSource({ "GET, /certificates, 200", "GET, /, 302", "GET, /certificates/none, 404", "GET, /no-such-page, 404",
			"GET, /certificates/none/chain.pem, 404", "GET, /signed-out, 200", "GET, /sign-in-failed/refused, 401",
			"POST, /certificates/refresh, 403", "GET, /static/css/certdeck.css, 200", "GET, /static/css/none.css, 404",
			"GET, /static/favicon.svg, 200", "GET, /certificates?q=%ff, 400", "GET, //certificates, 400",
			"GET, /certificates;a=b, 400", "PUT, /certificates, 403" })
	void everyAnswerCarriesTheHeaders(String method, String path, int status) {
		this.agent.open("/certificates");
		HttpResponse<String> answer = this.agent.method(method, path);
		assertThat(answer.statusCode()).isEqualTo(status);
		EXPECTED.forEach((name, value) -> assertThat(answer.headers().allValues(name)).containsExactly(value));
		assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "script-src 'self';",
					"form-action 'self' " + PROVIDER.issuer() + ";")
			.doesNotContain("unsafe");
	}

	@Test
	void traceIsRefused() {
		HttpResponse<String> answer = this.agent.method("TRACE", "/certificates");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.body()).doesNotContain("Cookie", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates", "/", "/certificates/none", "/certificates/none/chain.pem",
			"/no-such-page", "/certificates/upload", "/denied", "/static/css/none.css" })
	void signedInAnswerIsNotStored(String path) {
		this.agent.open("/certificates");
		assertThat(cacheControl(this.agent.step(path).headers())).contains("no-store");
	}

	@Test
	void fileMayBeKept() {
		assertThat(cacheControl(this.agent.step("/static/css/certdeck.css").headers())).isEqualTo("max-age=2592000");
	}

	@Test
	void plainHttpPromisesNoTls() {
		assertThat(this.agent.step("/signed-out").headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	private static String cacheControl(HttpHeaders headers) {
		return String.join(", ", headers.allValues("Cache-Control"));
	}

}
