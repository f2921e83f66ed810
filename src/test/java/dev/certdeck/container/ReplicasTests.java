package dev.certdeck.container;

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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.PlainBrowser;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import dev.certdeck.sandbox.Sandbox;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas on one database and one cloud, and a person whose clicks go to either.
 */
@ContainerTest
class ReplicasTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private Sandbox sandbox;

	private Replica one;

	private Replica two;

	private PlainBrowser browser;

	@BeforeAll
	void start() {
		Postgres database = Postgres.create();
		this.sandbox = Sandbox.start(Map.of("certificates", "20"));
		this.one = Replica.start(this.sandbox, database);
		this.two = Replica.start(this.sandbox, database);
	}

	@BeforeEach
	void signInOnTheFirst() {
		this.browser = new PlainBrowser(this.one.url());
		this.browser.signIn("operator");
		this.browser.turnTo(this.two.url());
		this.browser.list();
		this.browser.turnTo(this.one.url());
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@AfterAll
	void close() {
		this.two.close();
		this.one.close();
		this.sandbox.close();
	}

	@Test
	void signInHoldsOnTheOtherAndSoDoesSignOut() {
		this.browser.turnTo(this.two.url());
		HtmlPage list = this.browser.open("/certificates");
		assertThat(list.getUrl()).hasPath("/certificates").hasPort(port(this.two));
		PlainBrowser.press(list, "Sign out");
		this.browser.turnTo(this.one.url());
		assertThat(this.browser.open("/certificates").getUrl()).hasPath("/sign-in").hasPort(this.sandbox.port());
	}

	@Test
	void whatAPersonChangesOnOneIsSeenOnTheOtherAtTheNextClick() {
		TestPair pair = TestPair.create();
		String path = this.browser.upload(pair, "").getUrl().getPath();
		this.browser.turnTo(this.two.url());
		assertThat(names(pair)).containsExactly(pair.name());
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
		this.browser.turnTo(this.one.url());
		assertThat(names(pair)).isEmpty();
		assertThat(this.browser.open(path).getWebResponse().getStatusCode()).isEqualTo(404);
	}

	@Test
	void formThatIsSentToBothAtOnceUploadsOnce() throws Exception {
		TestPair pair = TestPair.create();
		String form = form(pair);
		HTTP.send(HttpRequest.newBuilder(URI.create(this.sandbox.url() + "/sandbox/calls")).DELETE().build(),
				BodyHandlers.discarding());
		new SandboxKnobs(this.sandbox.url()).during("CertUpload", "kind=slow&delay=1s", () -> {
			List<CompletableFuture<HttpResponse<String>>> answers = Stream.of(this.one, this.two)
				.map((replica) -> HTTP.sendAsync(post(replica, form), BodyHandlers.ofString()))
				.toList();
			Set<String> places = answers.stream()
				.map(CompletableFuture::join)
				.map((answer) -> answer.headers().firstValue("Location").orElse("status " + answer.statusCode()))
				.map((place) -> place.replaceFirst("^https?://[^/]+", ""))
				.collect(Collectors.toSet());
			assertThat(places).singleElement().asString().matches("/certificates/\\w{8}");
			Stream.of(this.one, this.two).forEach((replica) -> {
				this.browser.turnTo(replica.url());
				assertThat(names(pair)).containsExactly(pair.name());
			});
			assertThat(PlainBrowser.text(this.browser.delete(places.iterator().next()))).contains("was deleted");
		});
		assertThat(calls()).contains("\"CertUpload\":1");
	}

	private String form(TestPair pair) {
		HtmlPage page = this.browser.open("/certificates/upload");
		String token = page.<HtmlInput>querySelector("input[name=token]").getValue();
		return Stream
			.of(field("_csrf", this.browser.csrfToken()), field("token", token), field("type", "SVR"),
					field("chain", pair.certificate()), field("key", pair.key()))
			.collect(Collectors.joining("&"));
	}

	private static String field(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private HttpRequest post(Replica replica, String form) {
		return HttpRequest.newBuilder(URI.create(replica.url() + "/certificates/upload"))
			.header("Cookie", this.browser.cookies())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
	}

	private String calls() throws Exception {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(this.sandbox.url() + "/sandbox/calls")).build(),
					BodyHandlers.ofString())
			.body();
	}

	private List<String> names(TestPair pair) {
		return PlainBrowser.texts(this.browser.open("/certificates?q=" + pair.name()), ".certs .name > a");
	}

	private static int port(Replica replica) {
		return URI.create(replica.url()).getPort();
	}

}
