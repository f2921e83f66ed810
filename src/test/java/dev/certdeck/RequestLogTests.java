package dev.certdeck;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request has an id, and its log lines name the id and the person.
 */
@SandboxTest
@TestPropertySource(properties = "certdeck.web.trusted-proxies=127.0.0.1,::1")
@Import(RequestLogTests.Breaking.class)
@ExtendWith(OutputCaptureExtension.class)
class RequestLogTests {

	private static final String ID = "4bf92f35-77b3_4da6.a3ce929d0e0e4736";

	private static final Log logger = LogFactory.getLog(RequestLogTests.class);

	@LocalServerPort
	private int port;

	@Test
	void linesOfARequestNameItsIdAndThePerson(CapturedOutput output) {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("operator");
			browser.client().addRequestHeader("X-Request-ID", ID);
			browser.delete(browser.upload(TestPair.create(), "").getUrl().getPath());
		}
		assertThat(lines(output, "Upload of")).singleElement().asString().contains("[" + ID + " operator]");
		assertThat(lines(output, "Deletion of")).singleElement().asString().contains("[" + ID + " operator]");
	}

	@Test
	void unexpectedFailureIsLoggedWithTheIdThatThePageShows(CapturedOutput output) {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("operator");
			HtmlPage page = browser.open("/test/breaks?with=a");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(500);
			String id = page.getWebResponse().getResponseHeaderValue("X-Request-ID");
			assertThat(PlainBrowser.text(page)).contains("Something went wrong", "the number of this request: " + id)
				.doesNotContain("Exception");
			assertThat(lines(output, "Servlet.service()")).singleElement().asString().contains("[" + id + " operator]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/certificates/none0000", "/certificates?q=%ff", "/static/css/none.css" })
	void everyErrorPageShowsTheId(String path) {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("operator");
			browser.client().addRequestHeader("X-Request-ID", ID);
			HtmlPage page = browser.open(path);
			assertThat(page.getWebResponse().getStatusCode()).isIn(400, 404);
			assertThat(PlainBrowser.text(page)).contains("the number of this request: " + ID);
		}
	}

	@Test
	void failureOfTheCloudShowsTheId(@Value("${certdeck.sandbox.url}") String sandboxUrl) {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.signIn("operator");
			new SandboxKnobs(sandboxUrl).during("CertGetList", "kind=error&code=4100", () -> {
				HtmlPage page = browser.open("/certificates/none0000");
				assertThat(PlainBrowser.text(page)).contains(
						"the number of this request: " + page.getWebResponse().getResponseHeaderValue("X-Request-ID"));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "<script>", "\u00e9", "x;y", "a,b",
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
	void implausibleIdIsReplaced(String id) throws IOException {
		assertThat(answered(id)).matches("[0-9a-f-]{36}");
	}

	@Test
	void idOfAnybodyElseIsReplaced() throws IOException {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.client().getOptions().setLocalAddress(InetAddress.getByName("127.0.0.2"));
			browser.client().addRequestHeader("X-Request-ID", ID);
			assertThat(browser.open("/signed-out").getWebResponse().getResponseHeaderValue("X-Request-ID"))
				.matches("[0-9a-f-]{36}");
		}
		assertThat(answered(ID)).isEqualTo(ID);
	}

	@Test
	void messageCanNotForgeALine(CapturedOutput output) {
		logger
			.warn("certificate a\r\n2026-11-23T00:00:00.000Z  INFO [- admin] forged\u2028forged\u0085forged\u001b[2J");
		assertThat(lines(output, "forged")).singleElement()
			.asString()
			.contains("certificate a 2026-11-23T00:00:00.000Z  INFO [- admin] forged forged forged [2J");
	}

	@Test
	void lineHoldsNoCharacterThatIsNotSeen(CapturedOutput output) {
		logger.warn("unseen moc\u202e.elpmaxe\u200b\udb40\udc41\ufe0f\u3164.",
				new IllegalStateException("unseen a\u202e\u001b\udb40\udc41b"));
		assertThat(lines(output, "unseen")).hasSize(2)
			.anyMatch((line) -> line.endsWith("unseen moc .elpmaxe ."))
			.anyMatch((line) -> line.endsWith("unseen a b"));
	}

	@Test
	void exceptionCanNotForgeALineAndKeepsItsTrace(CapturedOutput output) {
		logger.error("It failed", new IllegalStateException("name\r\n2026-11-23T00:00:00.000Z  INFO [- admin] forged",
				new IllegalArgumentException("alias\nforged")));
		assertThat(lines(output, "forged")).hasSize(2).allMatch((line) -> line.contains("Exception: "));
		assertThat(output.getAll().lines().filter((line) -> line.startsWith("\tat "))).hasSizeGreaterThan(5);
		assertThat(lines(output, "Caused by: java.lang.IllegalArgumentException: alias forged")).hasSize(1);
	}

	private String answered(String id) throws IOException {
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			WebRequest request = browser.request(HttpMethod.GET, "/signed-out");
			request.setAdditionalHeader("X-Request-ID", id);
			Page page = browser.client().getPage(request);
			return page.getWebResponse().getResponseHeaderValue("X-Request-ID");
		}
	}

	private static List<String> lines(CapturedOutput output, String text) {
		return output.getAll().lines().filter((line) -> line.contains(text)).toList();
	}

	/**
	 * A page that breaks.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	@Controller
	static class Breaking {

		@GetMapping("/test/breaks")
		String breaks(@RequestParam String with) {
			throw new IllegalStateException("broken with " + with);
		}

	}

}
