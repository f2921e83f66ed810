package dev.certdeck;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.htmlunit.Page;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator uploads, looks at and deletes certificates, with JavaScript off.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadAndDeletionPathTests {

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	@BeforeAll
	void signIn(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
		this.knobs = new SandboxKnobs(sandboxUrl);
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void uploadedPairIsSeenRefusedASecondTimeAndDeleted() {
		TestPair pair = TestPair.create();
		HtmlPage detail = this.browser.upload(pair, "Made for a test");
		String path = detail.getUrl().getPath();
		assertThat(path).matches("/certificates/[A-Za-z0-9]{8}");
		assertThat(PlainBrowser.text(detail)).contains("Uploaded. Tencent Cloud holds the certificate as", pair.name(),
				"Made for a test", "Certdeck knows of nothing that prevents it");
		assertThat(names(pair.name())).containsExactly(pair.name());

		HtmlPage again = this.browser.upload(pair, "A second time");
		assertThat(again.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(PlainBrowser.text(again)).contains("The account holds this certificate already");
		assertThat(PlainBrowser.follow(again.querySelector("#result a[href^='/certificates/']")).getUrl())
			.hasPath(path);

		HtmlPage list = this.browser.open("/certificates?sort=-domain&q=" + pair.name());
		HtmlPage confirm = PlainBrowser.press(list, "Delete…");
		assertThat(PlainBrowser.text(confirm)).contains("Delete " + pair.name() + "?", "Made for a test");
		HtmlPage after = PlainBrowser.press(confirm, "Delete this certificate");
		assertThat(after.getUrl()).hasPath("/certificates")
			.hasParameter("q", pair.name())
			.hasParameter("sort", "-domain");
		assertThat(PlainBrowser.text(after)).contains(pair.name() + " (" + path.substring(14) + ") was deleted.");
		assertThat(this.browser.open(path).getWebResponse().getStatusCode()).isEqualTo(404);
		assertThat(names(pair.name())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "a.", "*.", "-", "xn--", "1:" })
	@Timeout(60)
	void nameOfTenThousandCharactersHoldsNothingUp(String part) {
		String name = "long-%s.example.com".formatted(UUID.randomUUID().toString().substring(0, 8));
		TestPair pair = TestPair.create(part.repeat(10_000 / part.length()), name);
		String path = this.browser.upload(pair, "").getUrl().getPath();
		assertThat(path).matches("/certificates/[A-Za-z0-9]{8}");
		this.browser.post("/certificates/refresh");
		assertThat(names(name)).containsExactly(name);
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

	@Test
	void downloadIsNamedByTheIdAlone() {
		String path = this.browser.upload(TestPair.create(), "../evil\".exe").getUrl().getPath();
		assertThat(this.browser.answer(path + "/chain.pem").getResponseHeaderValue("Content-Disposition"))
			.isEqualTo("attachment; filename=\"%s.pem\"".formatted(path.substring(14)));
	}

	@Test
	void keyNeverComesBack() {
		TestPair pair = TestPair.create();
		TestPair other = TestPair.create();
		HtmlPage refused = this.browser.upload(new TestPair(pair.name(), pair.certificate(), other.key()), "");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(refused.getElementById("chain").getTextContent().strip()).isEqualTo(pair.certificate().strip());
		assertThat(refused.getElementById("key-problems").getTextContent())
			.contains("does not belong to the certificate");
		assertThat(refused.getWebResponse().getContentAsString()).doesNotContain(other.key().split("\n")[1]);
	}

	@Test
	void keyIsNotLoggedAtTheFinestLevel() {
		TestPair pair = TestPair.create();
		String log;
		try (FinestLog finest = new FinestLog("org.htmlunit")) {
			String path = this.browser.upload(pair, "").getUrl().getPath();
			assertThat(path).matches("/certificates/[A-Za-z0-9]{8}");
			this.browser.upload(new TestPair(pair.name(), pair.key(), pair.certificate()), "");
			this.browser.delete(path);
			log = finest.text();
		}
		String line = pair.key().split("\n")[1];
		assertThat(log.length()).isGreaterThan(100_000);
		assertThat(log.contains(line)).isFalse();
		assertThat(log.contains(URLEncoder.encode(line, StandardCharsets.UTF_8))).isFalse();
	}

	@Test
	void inventoryInTheDatabaseHoldsNothingOfKeyAndCertificate(@Autowired JdbcTemplate database) {
		TestPair pair = TestPair.create();
		String path = this.browser.upload(pair, "").getUrl().getPath();
		this.browser.post("/certificates/refresh");
		this.browser.open(path);
		String stored = Stream.of("inventory", "inventory_certificate")
			.flatMap((table) -> database.queryForList("select * from " + table).stream())
			.map(Object::toString)
			.collect(Collectors.joining("\n"));
		this.browser.delete(path);
		assertThat(stored).contains(pair.name());
		String plain = stored.replaceAll("\\\\[nr]|[^A-Za-z0-9+/]", "");
		Stream.of(pair.key(), pair.certificate())
			.map((pem) -> pem.replaceAll("-----.*-----|\\s", ""))
			.forEach((content) -> IntStream.range(0, content.length() / 20)
				.mapToObj((piece) -> content.substring(piece * 20, piece * 20 + 20))
				.forEach((piece) -> assertThat(plain.contains(piece)).as(piece).isFalse()));
	}

	@Test
	void wayBackToTheListIsKeptThroughAnUpload() {
		TestPair pair = TestPair.create();
		HtmlPage form = PlainBrowser.press(this.browser.open("/certificates?plan=free&page=2"), "Upload certificate");
		PlainBrowser.fill(form, "alias", "");
		form.<HtmlTextArea>getHtmlElementById("chain").setText(pair.certificate());
		form.<HtmlTextArea>getHtmlElementById("key").setText(pair.certificate());
		HtmlPage refused = PlainBrowser.press(form, "Upload");
		refused.<HtmlTextArea>getHtmlElementById("key").setText(pair.key());
		HtmlPage detail = PlainBrowser.press(refused, "Upload");
		assertThat(PlainBrowser.press(detail, "Back to the certificates").getUrl()).hasParameter("plan", "free")
			.hasParameter("page", "2");
		this.browser.delete(detail.getUrl().getPath());
	}

	@Test
	void nothingIsOfferedToBeDeletedWhileTheCloudIsAway() {
		TestPair pair = TestPair.create();
		String path = this.browser.upload(pair, "").getUrl().getPath();
		this.knobs.during("CertGetList", "kind=error&code=4100", () -> {
			HtmlPage detail = this.browser.open(path);
			assertThat(PlainBrowser.text(detail)).contains("Not now: Tencent Cloud does not answer");
			assertThat(detail.querySelectorAll(".deletion a")).isEmpty();
			HtmlPage refused = this.browser.delete(path);
			assertThat(refused.getWebResponse().getStatusCode()).isIn(409, 502);
			assertThat(PlainBrowser.text(refused)).contains(pair.name() + " was not deleted");
		});
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

	@Test
	void listSaysWhichProductDidNotAnswer() {
		this.knobs.during("DescribeCdnHosts", "kind=error&code=4100",
				() -> assertThat(PlainBrowser.text(PlainBrowser.press(this.browser.open("/certificates"), "Refresh")))
					.contains("CDN: there was no answer", "DescribeCdnHosts on localhost"));
		assertThat(PlainBrowser.text(PlainBrowser.press(this.browser.open("/certificates"), "Refresh")))
			.doesNotContain("there was no answer");
	}

	@Test
	void uploadWhoseAnswerIsLostIsFoundAndNotSentTwice() {
		TestPair pair = TestPair.create();
		this.knobs.during("CertUpload", "kind=cut&after=true", () -> {
			HtmlPage page = this.browser.upload(pair, "");
			assertThat(PlainBrowser.text(page)).contains("It was not sent twice");
		});
		assertThat(names(pair.name())).containsExactly(pair.name());
		this.browser.delete(path(pair.name()));
	}

	@Test
	void detailPageShowsChainNamesAndResources() throws Exception {
		HtmlPage detail = this.browser.open(path("storefront"));
		assertThat(PlainBrowser.text(detail)).contains("Storefront wildcard", "Load balancers (CLB)", "CDN domains",
				"Bare metal load balancers (BM)", "2 names", "*.example.com", "电商平台", "SHA-256", " UTC");
		assertThat(detail.querySelectorAll(".ladder > li").size()).isGreaterThan(1);
		assertThat(PlainBrowser.texts(detail, "#why .finding")).first().asString().startsWith("In use by");
		Page download = PlainBrowser.control(detail, "Download chain (PEM)").click();
		Collection<?> chain = CertificateFactory.getInstance("X.509")
			.generateCertificates(
					new ByteArrayInputStream(download.getWebResponse().getContentAsString().getBytes("US-ASCII")));
		assertThat(chain).hasSameSizeAs(detail.querySelectorAll(".ladder > li"))
			.first()
			.asString()
			.contains("*.example.com");
	}

	@Test
	void boundCertificateIsRefusedAtTheCallToo() {
		String path = path("storefront");
		HtmlPage refused = this.browser.post(path + "/delete", "back=plan=paid");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
		assertThat(PlainBrowser.text(refused)).contains("was not deleted", "In use by");
		assertThat(PlainBrowser.follow((HtmlAnchor) PlainBrowser.control(refused, "Back to the certificates")).getUrl())
			.hasParameter("plan", "paid");
		assertThat(this.browser.open(path).getWebResponse().getStatusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DescribeCdnHosts             | kind=error&code=4100 | It is not known whether CDN resources use it
			GetCertListWithLoadBalancer  | kind=malformed       | It is not known whether CLB resources use it
			CertDelete                   | kind=error&code=4100 | Tencent Cloud
			""")
	void deletionIsRefusedWhenThingsChangedSinceThePageWasShown(String action, String fault, String reason) {
		TestPair pair = TestPair.create();
		String path = this.browser.upload(pair, "").getUrl().getPath();
		HtmlPage confirm = this.browser.open(path + "/delete");
		this.knobs.during(action, fault, () -> {
			HtmlPage refused = PlainBrowser.press(confirm, "Delete this certificate");
			assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
			assertThat(PlainBrowser.text(refused)).contains(reason);
		});
		assertThat(this.browser.open(path).getWebResponse().getStatusCode()).isEqualTo(200);
		this.browser.post("/certificates/refresh");
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

	@Test
	void certificateThatVanishedMeanwhileCountsAsDeleted() {
		String path = this.browser.upload(TestPair.create(), "").getUrl().getPath();
		HtmlPage confirm = this.browser.open(path + "/delete");
		this.browser.delete(path);
		assertThat(PlainBrowser.text(PlainBrowser.press(confirm, "Delete this certificate")))
			.contains("is no longer held by the account");
	}

	@Test
	void failedRefreshKeepsTheListAndSaysSo() {
		this.knobs.during("CertGetList", "kind=error&code=4100", () -> {
			HtmlPage stale = PlainBrowser.press(this.browser.open("/certificates?plan=paid"), "Refresh");
			assertThat(PlainBrowser.texts(stale, "[role=alert]")).singleElement()
				.asString()
				.contains("The last refresh failed.", "Next try at", "4100");
			assertThat(stale.querySelectorAll(".certs tbody tr")).isNotEmpty();
		});
		HtmlPage fresh = PlainBrowser.press(this.browser.open("/certificates"), "Refresh");
		assertThat(fresh.querySelectorAll("[role=alert]")).isEmpty();
	}

	@Test
	void pageOfAFailedCallStillHasItsHeader() {
		this.knobs.during("CertGetList", "kind=error&code=4100", () -> {
			HtmlPage failed = this.browser.open("/certificates/none0000");
			assertThat(failed.getWebResponse().getStatusCode()).isEqualTo(502);
			assertThat(PlainBrowser.text(failed)).contains("The call to Tencent Cloud failed", "4100",
					"Ana Costa · operator", "Sandbox: nothing here reaches Tencent Cloud");
		});
	}

	private List<String> names(String text) {
		return PlainBrowser.texts(this.browser.open("/certificates?q=" + text), ".certs .name > a");
	}

	private String path(String text) {
		return this.browser.open("/certificates?q=" + text)
			.<HtmlAnchor>querySelector(".certs .name > a")
			.getHrefAttribute()
			.replaceAll("\\?.*", "");
	}

}
