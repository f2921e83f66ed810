package dev.certdeck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.flywaydb.core.Flyway;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only a process of its own shows: its log, its end and a start that fails.
 */
class ProcessTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@TempDir
	Path directory;

	@Test
	void logIsOfTheElasticCommonSchemaAndARequestInFlightEndsWellOnTerm() throws Exception {
		try (CertdeckProcess process = CertdeckProcess
			.withSandbox(this.directory, "--logging.structured.format.console=ecs",
					"--certdeck.web.trusted-proxies=127.0.0.1,::1")
			.start(); PlainBrowser browser = new PlainBrowser(process.port())) {
			process.awaitReady();
			browser.signIn("operator");
			browser.client().addRequestHeader("X-Request-ID", "the-id");
			String path = browser.upload(TestPair.create(), "").getUrl().getPath();
			slowDown(process);
			CompletableFuture<HtmlPage> inFlight = CompletableFuture.supplyAsync(() -> browser.open(path));
			awaitCall(process);
			process.terminate();
			HtmlPage page = inFlight.get(1, TimeUnit.MINUTES);
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
			assertThat(PlainBrowser.text(page)).contains("Download chain (PEM)");
			assertThat(process.awaitExit()).isEqualTo(143);
			assertThat(process.errors()).isEmpty();
			assertThat(process.lines()).allMatch((line) -> line.startsWith("{") && line.endsWith("}"));
			JsonNode line = line(process, "Upload of");
			assertThat(line.at("/service/name").asString()).isEqualTo("certdeck");
			assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
			assertThat(line.at("/ecs/version").asString()).isNotBlank();
			assertThat(line.at("/user/id").asString()).isEqualTo("operator");
			assertThat(line.at("/http/request/id").asString()).isEqualTo("the-id");
			assertThat(line(process, "Certdeck is at http://localhost:" + process.port()).path("message").asString())
				.contains("viewer, operator or admin");
			assertThat(line(process, "Graceful shutdown complete").at("/http").isMissingNode()).isTrue();
		}
	}

	@Test
	void badRangeOfTrustedProxiesStopsTheStartWithOneLine() throws Exception {
		try (CertdeckProcess process = CertdeckProcess
			.withSandbox(this.directory, "--certdeck.web.trusted-proxies=10.0.0.0/8,10.0.0.0/33")
			.start()) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.errors().strip()).isEqualTo("Certdeck did not start: certdeck.web.trusted-proxies: "
					+ "'10.0.0.0/33' is neither an address nor a range such as 10.0.0.0/8");
			assertThat(process.lines()).noneMatch((line) -> line.contains("ERROR") || line.contains("WARN"));
		}
	}

	@Test
	void databaseThatCannotBeUsedStopsTheStartWithAFewLines() throws Exception {
		Files.writeString(this.directory.resolve("damaged.mv.db"), "no database".repeat(2000));
		String url = "jdbc:h2:file:%s;TRACE_LEVEL_FILE=0".formatted(this.directory.resolve("kept"));
		Flyway.configure().dataSource(url, null, null).load().migrate();
		Map<String, String> starts = Map.of(url.replace("kept", "damaged"), "the database file is damaged. ",
				url + ";ACCESS_MODE_DATA=r", "the database takes no writes. ");
		for (Map.Entry<String, String> start : starts.entrySet()) {
			try (CertdeckProcess process = CertdeckProcess
				.withSandbox(this.directory, "--spring.datasource.url=" + start.getKey())
				.start()) {
				assertThat(process.awaitExit()).isEqualTo(1);
				assertThat(process.errors()).contains("Certdeck did not start: " + start.getValue())
					.doesNotContain("\tat ");
				assertThat(process.lines()).noneMatch((line) -> line.contains(" ERROR ") || line.startsWith("\tat "));
			}
		}
	}

	private static JsonNode line(CertdeckProcess process, String message) throws Exception {
		return process.lines()
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((line) -> line.path("message").asString().startsWith(message))
			.findFirst()
			.orElseThrow();
	}

	private static void slowDown(CertdeckProcess process) throws Exception {
		HTTP.send(HttpRequest.newBuilder(URI.create(process.sandboxUrl() + "/sandbox/calls")).DELETE().build(),
				BodyHandlers.discarding());
		HttpRequest pace = HttpRequest.newBuilder(URI.create(process.sandboxUrl() + "/sandbox/pace"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("latency=2s"))
			.build();
		assertThat(HTTP.send(pace, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
	}

	private static void awaitCall(CertdeckProcess process) throws Exception {
		HttpRequest calls = HttpRequest.newBuilder(URI.create(process.sandboxUrl() + "/sandbox/calls")).build();
		for (int looks = 0; looks < 3000; looks++) {
			HttpResponse<String> counts = HTTP.send(calls, BodyHandlers.ofString());
			if (counts.body().contains("CertGetList")) {
				return;
			}
			Thread.sleep(20);
		}
		throw new AssertionError("The dashboard did not call the cloud");
	}

}
