package dev.certdeck;

import java.util.List;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The golden path on a cloud that behaves as the real one was seen to.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.sandbox.temper=as-seen",
		"certdeck.sandbox.task-duration=2s" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsSeenPathTests {

	private PlainBrowser browser;

	@BeforeAll
	void signIn(@LocalServerPort int port) {
		this.browser = new PlainBrowser(port);
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void nothingCountsBeforeItIsKnownAndNothingLooksBrokenAfter() {
		HtmlPage first = this.browser.signIn(this.browser.open("/certificates"), "operator");
		assertThat(tiles(first)).endsWith("…not known yet", "…not known yet");
		assertThat(PlainBrowser.text(first)).contains("Until then nothing counts as unused");
		HtmlPage list = first;
		for (int looks = 0; PlainBrowser.text(list).contains("still asking") && looks < 1000; looks++) {
			list = this.browser.open("/certificates");
		}
		assertThat(tiles(list)).hasSize(5).allSatisfy((count) -> assertThat(count).matches("[1-9]\\d*"));
		assertThat(PlainBrowser.texts(list, ".alert")).isEmpty();
		assertThat(PlainBrowser.text(this.browser.open("/certificates?usage=unknown")))
			.contains("No certificates match");
		HtmlPage uploaded = this.browser.upload(TestPair.create(), "as seen");
		String path = uploaded.getUrl().getPath();
		HtmlPage asked = uploaded;
		for (int looks = 0; !PlainBrowser.text(asked).contains("No resource uses it") && looks < 1000; looks++) {
			asked = this.browser.open(path);
		}
		HtmlPage deleted = this.browser.delete(path);
		for (int looks = 0; !PlainBrowser.text(deleted).contains("was deleted") && looks < 1000; looks++) {
			deleted = this.browser.open(path + "/deletion");
		}
		assertThat(PlainBrowser.text(deleted)).contains("was deleted");
	}

	private static List<String> tiles(HtmlPage list) {
		return PlainBrowser.texts(list, ".tile b");
	}

}
