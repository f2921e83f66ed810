package dev.certdeck;

import java.util.List;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a first look that failed, while the next one is an hour away.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "certdeck.sandbox.port=0", "management.server.port=0", "certdeck.inventory.refresh-interval=1h",
				"certdeck.sandbox.faults.CertGetList.kind=error", "certdeck.sandbox.faults.CertGetList.code=4100",
				"certdeck.sandbox.faults.CertGetList.times=1" })
@ActiveProfiles("sandbox")
@DirtiesContext
class FirstLoadPathTests {

	@Test
	void lookAgainLooksAndKeepsTheQuery(@LocalServerPort int port) {
		try (PlainBrowser browser = new PlainBrowser(port)) {
			HtmlPage failed = browser.signIn(browser.open("/certificates?q=storefront"), "operator");
			assertThat(PlainBrowser.text(failed)).contains("The first reading failed", "Next try at", "4100");
			assertThat(failed.getWebResponse().getContentAsString()).contains("<noscript><meta http-equiv=\"refresh\"",
					"data-poll=\"3000\"");
			HtmlPage list = PlainBrowser.press(failed, "Look again");
			assertThat(list.getUrl()).hasPath("/certificates").hasParameter("q", "storefront");
			browser.list();
			assertThat(PlainBrowser.texts(browser.open("/certificates?q=storefront"), ".certs .name > a"))
				.isEqualTo(List.of("*.example.com"));
		}
	}

}
