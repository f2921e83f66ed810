package dev.certdeck;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages where the look at the listeners of CLB is switched off.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.tencent.clb.listeners=false" })
class ListenersOffPathTests {

	private static final String OFF = "CLB: listeners are not looked at before a deletion, because "
			+ "certdeck.tencent.clb.listeners is switched off.";

	@Test
	void certificatePageAndConfirmPageSaySo(@LocalServerPort int port) {
		try (PlainBrowser browser = new PlainBrowser(port)) {
			browser.signIn("operator");
			HtmlPage page = PlainBrowser.press(browser.open("/certificates?q=ecc.dual.example.com"),
					"ecc.dual.example.com");
			assertThat(PlainBrowser.text(page)).contains(OFF);
			assertThat(PlainBrowser.text(browser.open(page.getUrl().getPath() + "/delete"))).contains(OFF);
		}
	}

}
