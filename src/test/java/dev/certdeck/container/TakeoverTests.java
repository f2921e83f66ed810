package dev.certdeck.container;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.certdeck.CertdeckProcess;
import dev.certdeck.PlainBrowser;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import dev.certdeck.sandbox.Sandbox;
import dev.certdeck.sandbox.TestCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas in processes of their own on one database and one cloud, of which one
 * reads the list for both.
 */
@ContainerTest
@ParameterizedClass
@ValueSource(strings = { "v2", "v3" })
@Timeout(300)
class TakeoverTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Duration TAKEOVER = Duration.ofMinutes(1);

	private static final Duration EXCHANGE = Duration.ofSeconds(2);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final int PAGE = 100;

	@Parameter
	String api;

	private String listing;

	private Sandbox sandbox;

	private SandboxKnobs knobs;

	private CertdeckProcess one;

	private CertdeckProcess two;

	private PlainBrowser operator;

	private PlainBrowser admin;

	@BeforeParameterizedClassInvocation(injectArguments = false)
	void start(@TempDir Path directory) throws Exception {
		this.listing = this.api.equals("v2") ? "CertGetList" : "DescribeCertificates";
		Postgres database = Postgres.create();
		this.sandbox = Sandbox.start(Map.of("certificates", "250", "task-duration", "20ms"));
		this.knobs = new SandboxKnobs(this.sandbox.url());
		this.one = replica(Files.createDirectory(directory.resolve("one")), database).start();
		this.one.awaitReady();
		this.two = replica(Files.createDirectory(directory.resolve("two")), database).start();
		this.two.awaitReady();
		this.operator = new PlainBrowser(this.one.url());
		this.operator.signIn("operator");
		this.admin = new PlainBrowser(this.two.url());
		this.admin.signIn("admin");
	}

	private CertdeckProcess replica(Path directory, Postgres database) {
		return CertdeckProcess.onSandbox(directory, this.sandbox.url(), "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password(), "--certdeck.tencent.api=" + this.api,
				"--certdeck.tencent.page-size=" + PAGE, "--certdeck.tencent.task.interval=20ms",
				"--certdeck.inventory.refresh-interval=1h");
	}

	@AfterEach
	void letCallsGoWell() {
		this.knobs.clearFaults();
	}

	@AfterParameterizedClassInvocation
	void close() {
		Stream.of(this.operator, this.admin).forEach(PlainBrowser::close);
		Stream.of(this.one, this.two).forEach(CertdeckProcess::close);
		this.sandbox.close();
	}

	@Test
	void replicaThatIsKilledWhileItReadsTheListIsReplaced() throws Exception {
		TestPair deleted = TestPair.create();
		String id = hold(deleted);
		Instant asked = Instant.now();
		this.operator.post("/certificates/refresh");
		await(LONG, () -> asOf(this.one).isAfter(asked) && asOf(this.two).equals(asOf(this.one)));
		assertThat(Stream.of(this.one, this.two).filter(this::isRefresher)).hasSize(1);
		Instant before = asOf(this.two);
		this.knobs.set(this.listing, "kind=slow&delay=30s&skip=1");
		int calls = this.knobs.calls(this.listing);
		Thread asking = askForARefresh();
		await(LONG, () -> this.knobs.calls(this.listing) > calls + 1);
		CertdeckProcess reading = isReading(this.one) ? this.one : this.two;
		CertdeckProcess other = (reading == this.one) ? this.two : this.one;
		assertThat(isReading(reading)).isTrue();
		assertThat(isReading(other)).isFalse();
		assertThat(asOf(other)).isEqualTo(before);
		new TestCall(this.sandbox.url(), "CertDelete").with("id", id).post();
		TestPair uploaded = TestPair.create();
		hold(uploaded);
		Instant killed = Instant.now();
		reading.kill();
		try {
			this.knobs.clearFaults();
			await(TAKEOVER, () -> asOf(other).isAfter(killed));
			await(LONG, () -> isRefresher(other));
			this.admin.turnTo(other.url());
			List<String> shown = shown();
			assertThat(shown).containsExactlyInAnyOrderElementsOf(held());
			assertThat(shown).hasSizeGreaterThan(2 * PAGE).doesNotContain(id);
			assertThat(isShown(uploaded)).isTrue();
		}
		finally {
			asking.join();
			reading.start().awaitReady();
		}
		this.admin.turnTo(reading.url());
		assertThat(shown()).containsExactlyInAnyOrderElementsOf(held());
		assertThat(isRefresher(reading)).isFalse();
	}

	@Test
	void whatOnePersonChangesOnOneIsSeenByAnotherOnTheOther() throws Exception {
		this.operator.turnTo(this.one.url());
		this.admin.turnTo(this.two.url());
		TestPair pair = TestPair.create();
		assertThat(isShown(pair)).isFalse();
		Instant listed = asOf(this.two);
		double calls = readings(this.two);
		this.knobs.set(this.listing, "kind=slow&delay=2s");
		String path = this.operator.upload(pair, "").getUrl().getPath();
		await(EXCHANGE, () -> isShown(pair));
		assertThat(asOf(this.two)).as("the list that is shown with the upload").isEqualTo(listed);
		assertThat(readings(this.two)).isEqualTo(calls);
		this.knobs.clearFaults();
		await(LONG, () -> asOf(this.two).isAfter(listed));
		assertThat(isShown(pair)).isTrue();
		Instant again = asOf(this.two);
		double callsAgain = readings(this.two);
		this.knobs.set(this.listing, "kind=slow&delay=2s");
		assertThat(PlainBrowser.text(this.operator.delete(path))).contains("was deleted");
		await(EXCHANGE, () -> !isShown(pair));
		assertThat(asOf(this.two)).as("the list that is shown without what was deleted").isEqualTo(again);
		assertThat(readings(this.two)).isEqualTo(callsAgain);
		this.knobs.clearFaults();
		await(LONG, () -> asOf(this.two).isAfter(again));
	}

	/**
	 * Puts a certificate into the cloud past the dashboard.
	 * @param pair the certificate and its key
	 * @return its id
	 */
	private String hold(TestPair pair) {
		return new TestCall(this.sandbox.url(), "CertUpload").with("certType", "SVR")
			.with("cert", pair.certificate())
			.with("key", pair.key())
			.post()
			.at("/data/id")
			.asString();
	}

	private Thread askForARefresh() {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.one.url() + "/certificates/refresh"))
			.header("Cookie", this.operator.cookies())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("_csrf=" + URLEncoder.encode(this.operator.csrfToken(), StandardCharsets.UTF_8)))
			.build();
		Thread thread = new Thread(() -> {
			try {
				HTTP.send(request, BodyHandlers.discarding());
			}
			catch (IOException | InterruptedException ex) {
				Thread.yield();
			}
		});
		thread.start();
		return thread;
	}

	private boolean isReading(CertdeckProcess replica) {
		this.admin.turnTo(replica.url());
		return PlainBrowser.text(this.admin.open("/certificates")).contains("a refresh is running");
	}

	private boolean isShown(TestPair pair) {
		return PlainBrowser.texts(this.admin.open("/certificates?q=" + pair.name()), ".certs .name > a")
			.contains(pair.name());
	}

	private List<String> shown() {
		List<String> ids = new ArrayList<>();
		for (int page = 1; ids.size() == (page - 1) * PAGE; page++) {
			this.admin.open("/certificates?size=%d&page=%d".formatted(PAGE, page))
				.querySelectorAll(".certs .name > a")
				.stream()
				.map((link) -> link.getAttributes().getNamedItem("href").getNodeValue())
				.forEach((path) -> ids.add(path.replaceAll("^/certificates/|\\?.*", "")));
		}
		return ids;
	}

	private List<String> held() {
		return TestCall.rows(this.sandbox.url()).stream().map((row) -> row.path("id").asString()).toList();
	}

	private boolean isRefresher(CertdeckProcess replica) {
		return metrics(replica, "certdeck_inventory_refresher ") == 1;
	}

	/**
	 * Counts the calls that read certificates.
	 * @param replica the replica that made them
	 * @return the number of calls that have ended
	 */
	private double readings(CertdeckProcess replica) {
		return Stream.of("CertGetList", "DescribeCertificates", "DescribeCertificateDetail")
			.mapToDouble((action) -> metrics(replica,
					"certdeck_tencent_calls_seconds_count{action=\"%s\"".formatted(action)))
			.sum();
	}

	private double metrics(CertdeckProcess replica, String start) {
		return answer(replica, "/prometheus").lines()
			.filter((line) -> line.startsWith(start))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	private Instant asOf(CertdeckProcess replica) {
		JsonNode health = JsonMapper.shared().readTree(answer(replica, "/health"));
		return Instant.parse(health.at("/components/tencent/details/asOf").asString());
	}

	private static String answer(CertdeckProcess replica, String path) {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(replica.managementUrl() + path)).build(),
						BodyHandlers.ofString())
				.body();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(Duration limit, Callable<Boolean> state) throws Exception {
		long end = System.nanoTime() + limit.toNanos();
		while (!state.call()) {
			assertThat(System.nanoTime()).as("it did not come true within " + limit).isLessThan(end);
			PlainBrowser.pause();
		}
	}

}
