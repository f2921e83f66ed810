package dev.certdeck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see while the disk under the database is full, and afterwards.
 */
@LongTest
@SandboxTest
@DirtiesContext
@Timeout(120)
class FullDiskTests {

	@TempDir
	static Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@DynamicPropertySource
	static void disk(DynamicPropertyRegistry properties) {
		LimitedDisk.mount();
		properties.add("spring.datasource.url",
				() -> "jdbc:h2:limited:" + directory.resolve("certdeck") + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
	}

	@AfterEach
	void makeRoom() {
		LimitedDisk.fill(false);
	}

	@Test
	void pagesComeBackByThemselvesWithTheSessionsOfBefore() throws Exception {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("operator");
			String cookie = browser.cookies();
			assertThat(page("/certificates", cookie).statusCode()).isEqualTo(200);
			assertThat(ready()).isEqualTo(200);
			LimitedDisk.fill(true);
			until(() -> page("/certificates", cookie).statusCode() == 503);
			until(() -> ready() == 503);
			HttpResponse<String> away = page("/certificates", cookie);
			assertThat(away.statusCode()).isEqualTo(503);
			assertThat(away.body()).contains("The database does not answer");
			assertThat(away.headers().firstValue("Retry-After")).hasValue("10");
			HttpResponse<String> file = page("/static/css/certdeck.css", cookie);
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=2592000");
			assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
			LimitedDisk.fill(false);
			Instant room = Instant.now();
			until(() -> page("/certificates", cookie).statusCode() == 200);
			until(() -> ready() == 200);
			assertThat(Duration.between(room, Instant.now())).isLessThan(Duration.ofMinutes(1));
		}
		try (Stream<Path> files = Files.list(directory)) {
			assertThat(files).noneMatch((file) -> file.toString().endsWith(".trace.db"));
		}
	}

	private HttpResponse<String> page(String path, String cookie) throws Exception {
		return get(this.port, path, cookie);
	}

	private int ready() throws Exception {
		return get(this.managementPort, "/actuator/health/readiness", "").statusCode();
	}

	private HttpResponse<String> get(int port, String path, String cookie) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Cookie", cookie)
			.method("GET", BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

	private static void until(Callable<Boolean> state) throws Exception {
		while (!state.call()) {
			Thread.sleep(200);
		}
	}

}
