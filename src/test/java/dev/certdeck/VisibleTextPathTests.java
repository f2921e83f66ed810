package dev.certdeck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that hold characters which nobody sees, on every page that shows them.
 */
@SandboxTest
class VisibleTextPathTests {

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\u3164\\ufe0f&&[^\\t\\r\\n]]");

	private PlainBrowser browser;

	@BeforeEach
	void open(@LocalServerPort int port) {
		this.browser = new PlainBrowser(port);
		this.browser.signIn("admin");
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void namesAreShownWithEscapes() {
		String name = TestPair.create().name();
		TestPair pair = TestPair.create(name, "evil\u0000\u001b\u0085\u202e\u2028\udb40\udc41\u200d." + name);
		HtmlPage form = this.browser.open("/certificates/upload");
		form.<HtmlTextArea>getHtmlElementById("chain").setText(pair.certificate());
		HtmlPage result = PlainBrowser.press(form, "Check");
		String path = this.browser.upload(pair, "payrolls").getUrl().getPath();
		Stream<HtmlPage> pages = Stream
			.of("/certificates?q=" + name, path, path + "/delete", "/audit?certificate=" + name)
			.map(this.browser::open);
		Stream.concat(Stream.of(result), pages).forEach((page) -> {
			String answer = page.getWebResponse().getContentAsString();
			assertThat(answer).as("%s %s", page.getUrl(), PlainBrowser.text(page))
				.doesNotContainPattern(UNSEEN)
				.contains("evil\\u0000\\u001b\\u0085\\u202e\\u2028\\u{e0041}\\u200d.");
		});
		assertThat(this.browser.download("/audit.csv?certificate=" + name)).doesNotContainPattern(UNSEEN)
			.contains("evil\\u0000");
		assertThat(PlainBrowser.texts(this.browser.open("/certificates?q=" + name), ".certs .name .sub"))
			.contains("payrolls");
		this.browser.delete(path);
		assertThat(this.browser.open(path).getWebResponse().getContentAsString()).doesNotContainPattern(UNSEEN)
			.contains("evil\\u0000");
	}

	@Test
	void aliasIsGivenBackWithoutThem() {
		HtmlPage refused = this.browser.upload(TestPair.create(), "pay\u202erolls\u00a0\u200bof\ufe0f 支付");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(refused.<HtmlInput>getHtmlElementById("alias").getValue()).isEqualTo("payrolls of 支付");
		assertThat(refused.getWebResponse().getContentAsString()).doesNotContainPattern(UNSEEN)
			.contains("data-code=\"alias-control-character\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates?q=%00%1b%e2%80%ae", "/certificates?host=a%00b%e2%80%aec",
			"/certificates?source=%c2%85", "/audit?person=%00&certificate=%e2%80%a8" })
	void whatWasAskedForIsShownWithEscapes(String path) {
		assertThat(this.browser.open(path).getWebResponse().getContentAsString()).doesNotContainPattern(UNSEEN);
	}

	@Test
	void ordinaryNamesStayAsTheyAre() {
		assertThat(List.of("支付网关", "网上商店", "Office München")).allSatisfy((alias) -> assertThat(PlainBrowser
			.text(this.browser.open("/certificates?size=100&q=" + UriUtils.encode(alias, StandardCharsets.UTF_8))))
			.contains(alias));
	}

}
