package dev.certdeck;

import java.util.List;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages on an account with rows and chains that are odd, without JavaScript.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OddRowsWalk {

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void bannersCountWhatCouldNotBeRead() {
		assertThat(PlainBrowser.texts(this.browser.open("/certificates"), ".alert-warning"))
			.anySatisfy((text) -> assertThat(text).startsWith("2 rows of the cloud's answer could not be read."))
			.anySatisfy((text) -> assertThat(text)
				.startsWith("The ends of 2 certificates could not be read from the cloud's answer."));
	}

	@Test
	void everyEndThatCanBeReadCountsAsExpiring() {
		HtmlPage list = this.browser.open("/certificates?expires=30&size=100");
		assertThat(PlainBrowser.texts(list, ".certs .name > a"))
			.contains("no-begin.example.com", "iso.example.com", "offset.example.com", "slashes.example.com",
					"date-alone.example.com", "fractions.example.com")
			.doesNotContain("no-end.example.com", "broken-end.example.com");
		DomElement row = row("no-begin.example.com");
		assertThat(row.getTextContent()).contains("12 days left");
		assertThat(row.querySelectorAll("progress")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "no-end, no end", "broken-end, the end could not be read", "no-times, the end could not be read" })
	void rowSaysWhatThereIsInPlaceOfAnEnd(String name, String words) {
		assertThat(row(name + ".example.com").<DomElement>querySelector(".expiry").getTextContent()).contains(words);
		HtmlPage detail = detail(name);
		assertThat(PlainBrowser.text(detail)).contains(words).doesNotContain("10000-", "9999-");
		assertThat(PlainBrowser.text(this.browser.open(detail.getUrl().getPath() + "/delete"))).contains(words)
			.doesNotContain("10000-", "9999-");
	}

	@Test
	void sortedByEndWhatHasNoneStandsLast() {
		List<String> names = PlainBrowser.texts(this.browser.open("/certificates?sort=expiry&size=100&q=example.com"),
				".certs .name > a");
		HtmlPage page = this.browser.open("/certificates?sort=expiry&size=100&q=.example.com&plan=uploaded");
		List<String> uploaded = PlainBrowser.texts(page, ".certs .name > a");
		assertThat(names).isNotEmpty();
		assertThat(uploaded.subList(uploaded.size() - 3, uploaded.size()).get(0)).isEqualTo("no-end.example.com");
		assertThat(uploaded.subList(uploaded.size() - 2, uploaded.size()))
			.containsExactlyInAnyOrder("broken-end.example.com", "no-times.example.com");
	}

	@ParameterizedTest
	@CsvSource({ "sm2-curve, SM2, SM3withSM2", "brainpool-curve, EC brainpoolP256r1, SHA256withECDSA",
			"explicit-curve, EC 256, SHA256withECDSA", "unknown-curve, EC 1.3.6.1.4.1.99999.1, SHA256withECDSA" })
	void pageDescribesEveryChain(String name, String key, String signature) {
		assertThat(PlainBrowser.text(detail(name))).contains("CN=" + name + ".example.com", key, signature)
			.doesNotContain("can't be read", "Exception", "curve: ");
	}

	@Test
	void certificateWhoseRowCanNotBeReadAnyMoreIsNotCalledGone() {
		String path = detail("slashes").getUrl().getPath();
		this.knobs.whileOdd(path.replaceAll(".*/", ""), "NO_ID", () -> {
			HtmlPage page = this.browser.open(path);
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
			assertThat(PlainBrowser.text(page)).contains("slashes.example.com", "a row that can't be read")
				.doesNotContain("no longer holds");
			HtmlPage list = PlainBrowser.press(this.browser.open("/certificates?q=slashes.example.com"), "Refresh");
			assertThat(PlainBrowser.text(list)).contains("3 rows of the cloud's answer could not be read.");
			assertThat(PlainBrowser.texts(list, ".certs .name > a")).containsExactly("slashes.example.com");
		});
		HtmlPage list = PlainBrowser.press(this.browser.open("/certificates?q=slashes.example.com"), "Refresh");
		assertThat(PlainBrowser.text(list)).contains("2 rows of the cloud's answer could not be read.");
	}

	private HtmlPage detail(String name) {
		return PlainBrowser.press(this.browser.open("/certificates?q=" + name + ".example.com"), name + ".example.com");
	}

	private DomElement row(String name) {
		return this.browser.open("/certificates?q=" + name).querySelector(".certs tbody tr");
	}

}
