package dev.certdeck;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.certdeck.inventory.Inventory;
import dev.certdeck.sandbox.Sandbox;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages after a start while Tencent Cloud answers nothing, without JavaScript.
 */
@Timeout(120)
class CloudAwayPathTests {

	private static final List<String> QUERIES = List.of("", "q=storefront", "q=example.com&size=100",
			"host=www.example.com", "usage=bound", "usage=unbound", "deletable=yes", "expires=30", "status=1",
			"sort=-name", "page=2");

	private static final List<String> DELETIONS = List.of("CertDelete", "DeleteCertificate", "DeleteCertificates");

	private static final String UNREACHABLE = "Tencent Cloud can't be reached.";

	@TempDir
	Path directory;

	private Sandbox sandbox;

	private SandboxKnobs knobs;

	@BeforeEach
	void startCloud() {
		this.sandbox = Sandbox.start(Map.of("certificates", "60", "task-duration", "0s"));
		this.knobs = new SandboxKnobs(this.sandbox.url());
	}

	@AfterEach
	void stopCloud() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "v2, kind=status&status=500, HTTP status 500", "v2, kind=cut, the connection was cut",
			"v3, kind=status&status=500, HTTP status 500", "v3, kind=cut, the connection was cut" })
	void whatWasKnownIsShownAndNothingIsDeleted(String api, String fault, String cause) throws Exception {
		TestPair pair = TestPair.create();
		List<String> known;
		String path;
		try (ConfigurableApplicationContext certdeck = start(api, "1h"); PlainBrowser browser = browser(certdeck)) {
			browser.signIn("operator");
			path = browser.upload(pair, "").getUrl().getPath();
			certdeck.getBean(Inventory.class).refresh().get(1, TimeUnit.MINUTES);
			known = contents(browser);
		}
		this.knobs.set("any", fault);
		try (ConfigurableApplicationContext certdeck = start(api, "1s"); PlainBrowser browser = browser(certdeck)) {
			assertThat(content(browser.signIn(browser.open("/certificates"), "operator"))).isEqualTo(known.get(0));
			HtmlPage list = failed(browser);
			assertThat(PlainBrowser.texts(list, "[role=alert]")).singleElement()
				.asString()
				.contains("The last refresh failed.", "What you see is as of " + asOf(list), "Next try at", UNREACHABLE,
						cause);
			assertThat(contents(browser)).isEqualTo(known);
			HtmlPage deletable = browser.open("/certificates?deletable=yes");
			assertThat(deletable.querySelectorAll(".certs .name")).isNotEmpty();
			assertThat(deletable.querySelectorAll(".certs a[href*='/delete']")).isEmpty();
			assertThat(PlainBrowser.text(deletable)).contains("Not now: the last refresh failed.");
			usedCertificate(browser, cause);
			deletion(browser, path, cause);
			assertThat(certdeck.getBean(JdbcClient.class)
				.sql("select count(*) from audit_event where kind = 'DELETION'")
				.query(Integer.class)
				.single()).isZero();
			refresh(browser, known);
			assertThat(asOf(browser.open("/certificates"))).isEqualTo(asOf(list));
		}
	}

	private static void usedCertificate(PlainBrowser browser, String cause) {
		HtmlPage used = PlainBrowser
			.follow(browser.open("/certificates?usage=bound").querySelector(".certs .name > a"));
		assertThat(used.getWebResponse().getStatusCode()).isEqualTo(200);
		assertThat(PlainBrowser.text(used)).contains("The certificate's content could not be read from the cloud",
				cause, "Take the certificate off there first", "Asked at");
		assertThat(used.querySelectorAll(".deletion a")).isEmpty();
	}

	private void deletion(PlainBrowser browser, String path, String cause) {
		HtmlPage page = browser.open(path);
		assertThat(PlainBrowser.text(page)).contains(UNREACHABLE,
				"The certificate's content could not be read from the cloud", cause, "No resource uses it.", "Asked at",
				"Not now: Tencent Cloud does not answer");
		assertThat(page.querySelectorAll(".deletion a, .chain a")).isEmpty();
		HtmlPage confirm = browser.open(path + "/delete");
		assertThat(PlainBrowser.text(confirm)).contains("Not now: the last refresh failed");
		assertThat(confirm.querySelectorAll("main form button[type=submit]")).isEmpty();
		HtmlPage refused = browser.post(path + "/delete");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(502);
		assertThat(PlainBrowser.text(refused)).contains("was not deleted",
				"Tencent Cloud could not be reached. Nothing was changed", cause);
		assertThat(DELETIONS).allSatisfy((action) -> assertThat(this.knobs.calls(action)).as(action).isZero());
		assertThat(browser.open(path).getWebResponse().getStatusCode()).isEqualTo(200);
	}

	/**
	 * Asks for everything now, in vain.
	 * @param browser the browser
	 * @param known what was known before
	 */
	private static void refresh(PlainBrowser browser, List<String> known) {
		HtmlPage list = browser.post("/certificates/refresh");
		assertThat(PlainBrowser.texts(list, "[role=alert]")).hasSize(1);
		assertThat(contents(browser)).isEqualTo(known);
	}

	private ConfigurableApplicationContext start(String api, String interval) {
		Map<String, String> settings = Map.ofEntries(Map.entry("server.port", "0"),
				Map.entry("management.server.port", "0"),
				Map.entry("certdeck.database.file", this.directory.resolve("certdeck").toString()),
				Map.entry("certdeck.tencent.api", api), Map.entry("certdeck.tencent.endpoint", this.sandbox.url()),
				Map.entry("certdeck.tencent.secret-id", "AKIDsandbox"),
				Map.entry("certdeck.tencent.secret-key", "sandbox-secret-key"),
				Map.entry("certdeck.tencent.retries", "1"), Map.entry("certdeck.tencent.backoff", "10ms"),
				Map.entry("certdeck.tencent.requests-per-second", "1000"),
				Map.entry("certdeck.tencent.cdn.requests-per-minute", "60000"),
				Map.entry("certdeck.tencent.task.interval", "20ms"),
				Map.entry("certdeck.inventory.refresh-interval", interval),
				Map.entry("certdeck.sso.issuer-uri", this.sandbox.url()),
				Map.entry("certdeck.sso.client-id", "certdeck"),
				Map.entry("certdeck.sso.client-secret", "sandbox-client-secret"),
				Map.entry("certdeck.sso.roles.viewer", "certdeck-viewers"),
				Map.entry("certdeck.sso.roles.operator", "certdeck-operators"),
				Map.entry("certdeck.sso.roles.admin", "certdeck-admins"));
		return new SpringApplicationBuilder(Application.class).run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	private static PlainBrowser browser(ConfigurableApplicationContext certdeck) {
		return new PlainBrowser(((WebServerApplicationContext) certdeck).getWebServer().getPort());
	}

	/**
	 * Waits until the list says that it could not be read.
	 * @param browser the browser
	 * @return the list
	 */
	private static HtmlPage failed(PlainBrowser browser) {
		HtmlPage list = browser.open("/certificates");
		for (int looks = 0; looks < 300 && list.querySelector("[role=alert]") == null; looks++) {
			PlainBrowser.pause();
			list = browser.open("/certificates");
		}
		return list;
	}

	private static List<String> contents(PlainBrowser browser) {
		return QUERIES.stream().map((query) -> content(browser.open("/certificates?" + query))).toList();
	}

	private static String content(HtmlPage list) {
		return asOf(list) + Stream.of(".tiles", ".certs tbody")
			.flatMap((part) -> PlainBrowser.texts(list, part).stream())
			.map((text) -> text.replaceAll("\\s+", " ")
				.replaceAll("Delete… (can be deleted|Not now: the last refresh failed\\.)", "Delete…"))
			.toList();
	}

	private static String asOf(HtmlPage list) {
		return PlainBrowser.texts(list, ".title-row .sub").get(0).replaceFirst("(?s)^As of (.*?) ·.*", "$1");
	}

}
