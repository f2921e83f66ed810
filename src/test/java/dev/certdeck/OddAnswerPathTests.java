package dev.certdeck;

import java.util.List;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages say of answers whose counts can't be or that lack what they are about.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddAnswerPathTests {

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

	@ParameterizedTest
	@ValueSource(strings = { "2000000000", "2147483647", "-1", "1e300", "1" })
	void listWhoseCountCanNotBeIsAFailedRefresh(String total) {
		List<String> rows = PlainBrowser.texts(this.browser.open("/certificates"), ".certs .name");
		this.knobs.during("CertGetList", "kind=altered&field=/data/totalNum&json=" + total, () -> {
			HtmlPage stale = this.browser.post("/certificates/refresh");
			assertThat(PlainBrowser.texts(stale, "[role=alert]")).singleElement()
				.asString()
				.contains("The last refresh failed.", "answered something that Certdeck does not understand");
			assertThat(PlainBrowser.texts(stale, ".certs .name")).isEqualTo(rows);
		});
		assertThat(this.browser.post("/certificates/refresh").querySelectorAll("[role=alert]")).isEmpty();
	}

	@Test
	void answerWithoutDataNeitherEmptiesTheListNorMakesACertificateGone() {
		String path = this.browser.upload(TestPair.create(), "").getUrl().getPath();
		List<String> rows = PlainBrowser.texts(this.browser.open("/certificates"), ".certs .name");
		HtmlPage confirm = this.browser.open(path + "/delete");
		int deletions = this.knobs.calls("CertDelete");
		this.knobs.during("CertGetList", "kind=altered&field=/data", () -> {
			assertThat(PlainBrowser.texts(this.browser.post("/certificates/refresh"), ".certs .name")).isEqualTo(rows);
			HtmlPage refused = PlainBrowser.press(confirm, "Delete this certificate");
			assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(502);
			assertThat(PlainBrowser.text(refused)).contains("was not deleted").doesNotContain("no longer held");
			assertThat(PlainBrowser.text(this.browser.open(path))).contains("Not now: Tencent Cloud does not answer");
		});
		assertThat(this.knobs.calls("CertDelete")).isEqualTo(deletions);
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

}
