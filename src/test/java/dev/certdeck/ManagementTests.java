package dev.certdeck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the management port tells, and to whom.
 */
@SandboxTest
class ManagementTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalManagementPort
	private int managementPort;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
			"/actuator/prometheus" })
	void endpointNeedsNoSignInOnTheManagementPort(String path) {
		HttpResponse<String> answer = get(this.managementPort, path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/beans", "/actuator/configprops", "/actuator/heapdump",
			"/actuator/loggers", "/actuator/sessions", "/actuator/info", "/actuator/metrics", "/actuator/shutdown",
			"/actuator", "/certificates", "/", "/signed-out", "/static/webjars/bootstrap/dist/css/bootstrap.min.css",
			"/static/css/certdeck.css", "/oauth2/authorization/sso" })
	void nothingElseIsThere(String path) {
		assertThat(get(this.managementPort, path).statusCode()).as(path).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus",
			"/livez", "/readyz" })
	void nothingOfItIsOnTheMainPort(String path) {
		HttpResponse<String> anonymous = get(this.port, path);
		assertThat(anonymous.statusCode()).isEqualTo(302);
		assertThat(anonymous.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/sso");
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("admin");
			assertThat(browser.open(path).getWebResponse().getStatusCode()).isEqualTo(404);
		}
	}

	@Test
	void readinessAsksTheDatabaseAndNotTheCloud() {
		assertThat(get(this.managementPort, "/actuator/health/readiness").body())
			.contains("\"readinessState\"", "\"db\"")
			.doesNotContain("tencent");
		assertThat(get(this.managementPort, "/actuator/health/liveness").body())
			.contains("\"port\":{\"status\":\"UP\"}")
			.doesNotContain("\"db\"", "tencent");
	}

	@Test
	void stateOfTheCloudIsShownAndNeverFatal(@Value("${certdeck.sandbox.url}") String sandboxUrl) {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("viewer");
			new SandboxKnobs(sandboxUrl).during("CertGetList", "kind=error&code=4100", () -> {
				browser.post("/certificates/refresh");
				HttpResponse<String> health = get(this.managementPort, "/actuator/health");
				assertThat(health.statusCode()).isEqualTo(200);
				assertThat(health.body())
					.contains("\"status\":\"DEGRADED\"", "\"action\":\"CertGetList\"", "\"kind\":\"refused\"",
							"\"ageSeconds\":")
					.endsWith("\"status\":\"UP\"}")
					.doesNotContain("4100", "AKID");
				assertThat(get(this.managementPort, "/actuator/health/readiness").statusCode()).isEqualTo(200);
			});
			browser.post("/certificates/refresh");
		}
		assertThat(get(this.managementPort, "/actuator/health").body()).doesNotContain("DEGRADED");
	}

	@Test
	void scrapeHasTheMetricsOfCallsRefreshesAndCertificates() {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("viewer");
		}
		assertThat(get(this.managementPort, "/actuator/prometheus").body())
			.contains("certdeck_inventory_refresh_seconds_count{outcome=\"ok\"}", "certdeck_inventory_age_seconds ",
					"certdeck_inventory_certificates ", "certdeck_certificate_not_after_omitted 0.0")
			.containsPattern(
					"certdeck_tencent_calls_seconds_count\\{action=\"CertGetList\",cause=\"\\w+\",outcome=\"ok\"}")
			.containsPattern(
					"certdeck_certificate_not_after_seconds\\{id=\"\\w{8}\",name=\"\\*\\.example\\.com\"} 1\\.");
	}

	private HttpResponse<String> get(int port, String path) {
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
