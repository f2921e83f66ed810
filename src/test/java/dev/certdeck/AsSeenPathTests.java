package dev.certdeck;

import java.util.List;
import java.util.function.Predicate;

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
@LongTest
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.sandbox.temper=as-seen",
		"certdeck.sandbox.task-duration=2s" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsSeenPathTests {

	private static final int MOST_LOOKS = 600;

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
		HtmlPage list = await("/certificates", (text) -> !text.contains("still asking"));
		assertThat(tiles(list)).hasSize(5).allSatisfy((count) -> assertThat(count).matches("[1-9]\\d*"));
		assertThat(PlainBrowser.texts(list, ".alert")).isEmpty();
		assertThat(PlainBrowser.text(this.browser.open("/certificates?usage=unknown")))
			.contains("No certificates match");
		HtmlPage uploaded = this.browser.upload(TestPair.create(), "as seen");
		String path = uploaded.getUrl().getPath();
		await(path, (text) -> text.contains("No resource uses it"));
		this.browser.delete(path);
		HtmlPage deleted = await(path + "/deletion", (text) -> text.contains("was deleted"));
		assertThat(PlainBrowser.text(deleted)).contains("was deleted");
	}

	private HtmlPage await(String path, Predicate<String> reached) {
		HtmlPage page = this.browser.open(path);
		for (int looks = 0; !reached.test(PlainBrowser.text(page)) && looks < MOST_LOOKS; looks++) {
			PlainBrowser.pause();
			page = this.browser.open(path);
		}
		return page;
	}

	private static List<String> tiles(HtmlPage list) {
		return PlainBrowser.texts(list, ".tile b");
	}

}
