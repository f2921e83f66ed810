package dev.certdeck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\t\\r\\n]]");

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
		TestPair pair = TestPair.create(name, "evil\u0000\u001b\u0085\u202e\u2028." + name);
		HtmlPage form = this.browser.open("/certificates/upload");
		form.<HtmlTextArea>getHtmlElementById("chain").setText(pair.certificate());
		HtmlPage verdict = PlainBrowser.press(form, "Check");
		String path = this.browser.upload(pair, "pay\u202erolls").getUrl().getPath();
		Stream<HtmlPage> pages = Stream
			.of("/certificates?q=" + name, path, path + "/delete", "/audit?certificate=" + name)
			.map(this.browser::open);
		Stream.concat(Stream.of(verdict), pages).forEach((page) -> {
			String answer = page.getWebResponse().getContentAsString();
			assertThat(answer).as("%s %s", page.getUrl(), PlainBrowser.text(page))
				.doesNotContainPattern(UNSEEN)
				.contains("evil\\u0000\\u001b\\u0085\\u202e\\u2028.");
		});
		assertThat(this.browser.download("/audit.csv?certificate=" + name)).doesNotContainPattern(UNSEEN)
			.contains("evil\\u0000");
		assertThat(PlainBrowser.texts(this.browser.open("/certificates?q=" + name), ".certs .name .sub"))
			.contains("pay\\u202erolls");
		this.browser.delete(path);
		assertThat(this.browser.open(path).getWebResponse().getContentAsString()).doesNotContainPattern(UNSEEN)
			.contains("evil\\u0000");
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
