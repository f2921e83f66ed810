package dev.certdeck;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.certdeck.sandbox.Sandbox;
import dev.certdeck.sandbox.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the dashboard at random moments during uploads and deletions, as often as the
 * system property {@code certdeck.kills} says, and compares every outcome in the audit
 * trail with what the cloud holds.
 */
@LongTest
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KillTests {

	private static final int KILLS = Integer.getInteger("certdeck.kills", 2);

	private static final int WORKERS = 3;

	private final Random random = new Random();

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void everyIntentEndsWithATrueOutcomeOnBothApis(@TempDir Path v2, @TempDir Path v3) throws Exception {
		ExecutorService apis = Executors.newFixedThreadPool(2);
		try {
			Future<?> older = apis.submit(() -> everyIntentEndsWithATrueOutcome("v2", v2));
			Future<?> newer = apis.submit(() -> everyIntentEndsWithATrueOutcome("v3", v3));
			older.get();
			newer.get();
		}
		finally {
			apis.shutdownNow();
		}
	}

	private Void everyIntentEndsWithATrueOutcome(String api, Path directory) throws Exception {
		Path file = directory.resolve("certdeck");
		try (Sandbox sandbox = Sandbox.start(Map.of("certificates", "20", "latency", "20ms"));
				CertdeckProcess dashboard = CertdeckProcess.onSandbox(directory, sandbox.url(),
						"--certdeck.database.file=" + file, "--certdeck.tencent.api=" + api,
						"--certdeck.deletion.task.initial-wait=500ms", "--certdeck.tencent.task.interval=100ms",
						"--certdeck.tencent.response-timeout=3s", "--certdeck.tencent.call-timeout=3s",
						"--certdeck.audit.resolve-interval=1s", "--certdeck.audit.outcome-timeout=10s",
						"--certdeck.inventory.refresh-interval=1h");
				PlainBrowser browser = new PlainBrowser(dashboard.port())) {
			dashboard.start().awaitReady();
			browser.signIn("admin");
			for (int kill = 0; kill < KILLS; kill++) {
				killDuringWrites(dashboard, browser);
				dashboard.start().awaitReady();
			}
			awaitOutcomes(browser);
			dashboard.terminate();
			dashboard.awaitExit();
			compare(api, entries(file), sandbox);
		}
		return null;
	}

	private void killDuringWrites(CertdeckProcess dashboard, PlainBrowser browser) throws Exception {
		String url = "http://localhost:" + dashboard.port();
		String cookie = "CERTDECK=" + browser.session();
		String csrf = browser.csrfToken();
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			List<Future<?>> work = new ArrayList<>();
			CountDownLatch begun = new CountDownLatch(1);
			IntStream.range(0, WORKERS)
				.forEach((worker) -> work.add(workers.submit(() -> write(new Client(url, cookie, csrf), begun))));
			begun.await(60, TimeUnit.SECONDS);
			Thread.sleep(this.random.nextInt(1500));
			dashboard.kill();
			for (Future<?> worker : work) {
				worker.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			workers.shutdownNow();
		}
	}

	private void write(Client client, CountDownLatch begun) {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				TestPair pair = TestPair.create();
				String path = client.post("/certificates/upload",
						Map.of("type", "SVR", "chain", pair.certificate(), "key", pair.key()));
				begun.countDown();
				if (path.matches("/certificates/[A-Za-z0-9]{8}") && this.random.nextInt(3) > 0) {
					client.post(path + "/delete", Map.of());
				}
			}
		}
		catch (IOException ex) {
			Thread.yield();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void awaitOutcomes(PlainBrowser browser) throws InterruptedException {
		for (int looks = 0; looks < 120; looks++) {
			if (PlainBrowser.text(browser.open("/audit?outcome=open")).contains("No entries match")) {
				return;
			}
			Thread.sleep(500);
		}
		throw new AssertionError("There are intents without an outcome");
	}

	private static void compare(String api, List<Map<String, Object>> entries, Sandbox sandbox) {
		Map<String, Integer> held = new HashMap<>();
		Map<String, Integer> expected = new HashMap<>();
		for (JsonNode item : TestCall.rows(sandbox.url())) {
			held.merge(item.path("domain").asString(), 1, Integer::sum);
		}
		for (Map<String, Object> entry : entries) {
			String name = String.valueOf(entry.get("NAME"));
			if ("DONE".equals(entry.get("OUTCOME"))) {
				expected.merge(name, "UPLOAD".equals(entry.get("KIND")) ? 1 : -1, Integer::sum);
			}
			expected.putIfAbsent(name, 0);
		}
		System.err.printf("KillTests: on %s killed %d times during %d writes, %d of them looked up: %s%n", api, KILLS,
				entries.size(), entries.stream().filter((entry) -> !"".equals(entry.get("DETAIL"))).count(),
				entries.stream()
					.collect(Collectors.groupingBy((entry) -> entry.get("KIND") + " " + entry.get("OUTCOME"),
							Collectors.counting())));
		assertThat(entries).hasSizeGreaterThan(KILLS);
		expected.forEach((name, count) -> assertThat(held.getOrDefault(name, 0)).as(name).isEqualTo(count));
		assertThat(held.keySet().stream().filter((name) -> name.startsWith("made-"))).allMatch(expected::containsKey);
	}

	private static List<Map<String, Object>> entries(Path file) {
		return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + file)).sql("""
				select kind, outcome, detail, cast(names as varchar(255)) as name from audit_event
				where kind in ('UPLOAD', 'DELETION') order by id""").query().listOfRows();
	}

	private final class Client {

		private final String url;

		private final String cookie;

		private final String csrf;

		Client(String url, String cookie, String csrf) {
			this.url = url;
			this.cookie = cookie;
			this.csrf = csrf;
		}

		String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
			Map<String, String> form = new HashMap<>(fields);
			form.put("_csrf", this.csrf);
			HttpResponse<Void> answer = KillTests.this.http.send(HttpRequest.newBuilder(URI.create(this.url + path))
				.header("Cookie", this.cookie)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form.entrySet()
					.stream()
					.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&"))))
				.build(), BodyHandlers.discarding());
			return answer.headers().firstValue("Location").orElse("");
		}

	}

}
