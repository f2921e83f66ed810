package dev.certdeck;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the audit trail shows of an operator's writes.
 */
@SandboxTest
@Timeout(300)
class AuditPathTests {

	private PlainBrowser operator;

	private PlainBrowser admin;

	@Autowired
	JdbcClient database;

	private SandboxKnobs knobs;

	private String url = "";

	@BeforeEach
	void open(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandbox) {
		this.knobs = new SandboxKnobs(sandbox);
		this.url = "http://localhost:" + port;
		this.operator = new PlainBrowser(port);
		this.operator.signIn("operator");
		this.admin = new PlainBrowser(port);
		this.admin.signIn("admin");
	}

	@AfterEach
	void close() {
		this.operator.close();
		this.admin.close();
	}

	@Test
	void uploadAndDeletionAreFoundByEveryPartOfTheFilter() {
		TestPair pair = TestPair.create();
		String path = this.operator.upload(pair, "").getUrl().getPath();
		String id = path.substring("/certificates/".length());
		this.operator.delete(path);
		for (String query : List.of("certificate=" + pair.name(), "certificate=" + id)) {
			assertThat(rows(query)).hasSize(2);
			assertThat(rows(query + "&kind=upload&outcome=done&person=ana+costa")).singleElement()
				.asString()
				.contains("Upload", "done", "Ana Costa", "operator", "127.0.0.1", pair.name(), "valid until");
			assertThat(rows(query + "&kind=deletion&outcome=done&person=operator")).singleElement()
				.asString()
				.contains("Deletion", "Chain");
			assertThat(rows(query + "&person=wei")).isEmpty();
			assertThat(rows(query + "&until=2020-01-01")).isEmpty();
			assertThat(rows(query + "&from=2020-01-01")).hasSize(2);
		}
		HtmlPage list = this.admin.open("/audit?kind=deletion&certificate=" + id);
		String chain = list.<HtmlAnchor>querySelector("a[href$='/chain.pem']").getHrefAttribute();
		assertThat(this.admin.download(chain)).isEqualTo(pair.certificate());
	}

	@Test
	void deletedCertificateKeepsItsHistory() {
		TestPair pair = TestPair.create();
		HtmlPage detail = this.operator.upload(pair, "");
		assertThat(PlainBrowser.texts(detail, "#history ~ ol li")).singleElement()
			.asString()
			.contains("Upload", "done");
		this.operator.delete(detail.getUrl().getPath());
		for (String below : List.of("", "/delete", "/delete?back=q%3Da", "/chain.pem")) {
			HtmlPage gone = this.operator.open(detail.getUrl().getPath() + below);
			assertThat(gone.getWebResponse().getStatusCode()).as(below).isEqualTo(404);
			assertThat(PlainBrowser.text(gone)).contains("The account no longer holds this certificate", pair.name(),
					"Deletion", "by Ana Costa");
		}
	}

	@Test
	void certificateThatIsHeldIsNotToldToBeGone() {
		TestPair pair = TestPair.create();
		String path = this.operator.upload(pair, "").getUrl().getPath();
		assertThat(this.operator.open(path + "/deletion").getUrl()).hasPath(path);
		this.operator.delete(path);
		assertThat(PlainBrowser.text(this.operator.open("/certificates/never000/delete"))).contains("Not found");
	}

	@Test
	void refusedDeletionIsRecordedWithItsReasonsAndTheCloudsCode() {
		TestPair pair = TestPair.create();
		String path = this.operator.upload(pair, "").getUrl().getPath();
		this.knobs.during("CertDelete", "kind=error&code=5100", () -> this.operator.delete(path));
		assertThat(rows("kind=deletion&certificate=" + pair.name())).singleElement()
			.asString()
			.contains("refused", "5100");
		this.knobs.during("DescribeCdnHosts", "kind=error&code=4100", () -> this.operator.delete(path));
		assertThat(rows("kind=deletion&certificate=" + pair.name())).hasSize(2)
			.first()
			.asString()
			.contains("refused", "It is not known whether CDN resources use it");
		this.operator.delete(path);
	}

	@Test
	void csvHasTheFilteredEntries() {
		TestPair pair = TestPair.create();
		String path = this.operator.upload(pair, "").getUrl().getPath();
		this.operator.delete(path);
		HtmlPage list = this.admin.open("/audit?certificate=" + pair.name());
		String csv = this.admin
			.download(((HtmlAnchor) PlainBrowser.control(list, "Download as CSV")).getHrefAttribute());
		assertThat(csv.lines()).hasSize(3);
		assertThat(csv).startsWith("\"time\",\"kind\"").contains("\"DELETION\",\"DONE\"", "\"Ana Costa\"", pair.name());
	}

	@Test
	void uploadThatCanNotBeRecordedIsNotSent() {
		int before = this.knobs.calls("CertUpload");
		this.database.sql("alter table audit_event add constraint full_up check (id < 0) nocheck").update();
		try {
			HtmlPage page = this.operator.upload(TestPair.create(), "");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(503);
			assertThat(PlainBrowser.text(page)).contains("Nothing was sent");
		}
		finally {
			this.database.sql("alter table audit_event drop constraint full_up").update();
		}
		assertThat(this.knobs.calls("CertUpload")).isEqualTo(before);
	}

	@Test
	void doubleClickUploadsOnceAndShowsTheSameTwice() {
		TestPair pair = TestPair.create();
		int before = this.knobs.calls("CertUpload");
		String token = this.operator.open("/certificates/upload").getElementByName("token").getAttribute("value");
		String csrf = this.operator.csrfToken();
		HttpRequest click = HttpRequest.newBuilder(URI.create(this.url + "/certificates/upload"))
			.header("Cookie", "CERTDECK=" + this.operator.session())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form(Map.of("_csrf", csrf, "token", token, "type", "SVR", "chain",
					pair.certificate(), "key", pair.key()))))
			.build();
		List<CompletableFuture<HttpResponse<Void>>> clicks = Stream.of(click, click)
			.map((request) -> HttpClient.newHttpClient().sendAsync(request, BodyHandlers.discarding()))
			.toList();
		assertThat(clicks).allSatisfy((answer) -> assertThat(answer.join().statusCode()).isEqualTo(303));
		assertThat(clicks.stream().map((answer) -> answer.join().headers().firstValue("Location").orElseThrow()))
			.allMatch((location) -> location.matches("/certificates/[A-Za-z0-9]{8}"))
			.containsOnly(clicks.get(0).join().headers().firstValue("Location").orElseThrow());
		assertThat(this.knobs.calls("CertUpload")).isEqualTo(before + 1);
		this.operator.delete(this.operator.open("/certificates?q=" + pair.name())
			.<HtmlAnchor>querySelector(".certs .name > a")
			.getHrefAttribute()
			.replaceAll("\\?.*", ""));
	}

	@Test
	void refusalsOfNobodyKnownAreOneRowThatCountsThem() throws Exception {
		HttpRequest form = HttpRequest.newBuilder(URI.create(this.url + "/certificates/refresh"))
			.POST(BodyPublishers.noBody())
			.build();
		for (int number = 0; number < 30; number++) {
			assertThat(HttpClient.newHttpClient().send(form, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
		}
		String query = "kind=access_denied&person=anonymous";
		while (rows(query).stream().noneMatch((row) -> row.contains(" times, the last at "))) {
			Thread.sleep(200);
		}
		assertThat(rows(query)).hasSizeLessThan(10);
		assertThat(this.admin.download("/audit.csv?" + query)).contains("\"ACCESS_DENIED\",\"REFUSED\"");
	}

	@Test
	void trailIsForAdministratorsAlone() {
		for (String path : List.of("/audit", "/audit.csv", "/audit/1/chain.pem")) {
			assertThat(this.operator.open(path).getWebResponse().getStatusCode()).isEqualTo(403);
		}
		assertThat(PlainBrowser.texts(this.operator.open("/certificates"), "header nav a"))
			.doesNotContain("Audit trail");
		assertThat(PlainBrowser.texts(this.admin.open("/certificates"), "header nav a")).contains("Audit trail");
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private List<String> rows(String query) {
		return this.admin.open("/audit?" + query)
			.querySelectorAll(".audit tbody tr")
			.stream()
			.map((row) -> row.asNormalizedText())
			.toList();
	}

}
