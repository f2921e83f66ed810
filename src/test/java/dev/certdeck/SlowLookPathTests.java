package dev.certdeck;

import java.util.function.Predicate;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages while the cloud takes its time to look at what uses a certificate, without
 * JavaScript.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.tencent.task.interval=50ms",
		"certdeck.inventory.check-wait=200ms", "certdeck.deletion.task.initial-wait=200ms" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlowLookPathTests {

	private static final String SLOW = "duration=4s";

	private static final String ASKED = "Tencent Cloud is being asked since";

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.knobs.tasks("duration=20ms");
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
	}

	@AfterEach
	void turnKnobsBack() {
		this.knobs.clearTasks();
		this.knobs.tasks("duration=20ms");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void uploadedCertificateIsShownWhileItIsAskedWhatUsesIt() {
		this.knobs.tasks(SLOW);
		HtmlPage page = this.browser.upload(TestPair.create(), "");
		assertThat(PlainBrowser.text(page)).contains("Uploaded.", ASKED, "That can take up to 3 min.",
				"It is not known yet which resources use it.");
		assertThat(page.querySelectorAll(".deletion a")).isEmpty();
		assertThat(reloads(page)).isTrue();
		HtmlPage known = await(page, (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(known)).doesNotContain(ASKED)
			.contains("No resource uses it.", "Certdeck knows of nothing that prevents it");
		assertThat(known.querySelectorAll(".deletion a")).hasSize(1);
		turnKnobsBack();
		this.browser.delete(page.getUrl().getPath());
	}

	@Test
	void checkThatIsAskedForShowsWhatIsKnownUntilItEnds() {
		HtmlPage page = PlainBrowser.press(this.browser.open("/certificates?q=shield.example.com"),
				"shield.example.com");
		this.knobs.tasks(SLOW);
		HtmlPage asking = PlainBrowser.press(page, "Check again");
		assertThat(asking.getUrl().getPath()).isEqualTo(page.getUrl().getPath());
		assertThat(PlainBrowser.text(asking)).contains(ASKED, "1 WAF domain");
		String since = PlainBrowser.texts(asking, "[role=status] .note").get(0);
		assertThat(PlainBrowser.texts(PlainBrowser.press(asking, "Check again"), "[role=status] .note"))
			.containsExactly(since);
		HtmlPage checked = await(asking, (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(checked)).contains("lb-").contains("1 WAF domain").doesNotContain(ASKED);
	}

	@Test
	void checkThatFailsSaysSo() {
		HtmlPage page = PlainBrowser.press(this.browser.open("/certificates?q=typo.example.com"), "typo.example.com");
		this.knobs.tasks(SLOW + "&failing-resource=waf");
		HtmlPage asking = PlainBrowser.press(page, "Check again");
		assertThat(PlainBrowser.text(asking)).contains(ASKED);
		HtmlPage checked = await(asking, (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(checked)).contains("WAF: not known.");
		turnKnobsBack();
		assertThat(PlainBrowser.text(PlainBrowser.press(checked, "Check again"))).doesNotContain("not known");
	}

	@Test
	void confirmPageOffersNothingUntilTheUsageIsKnown() {
		String path = upload();
		String unknown = path + "/delete";
		HtmlPage confirm = this.browser.open(unknown);
		assertThat(PlainBrowser.text(confirm)).contains(ASKED, "It is not known yet which resources use it.");
		assertThat(confirm.querySelectorAll("button.btn-danger")).isEmpty();
		assertThat(confirm.querySelectorAll("button[aria-disabled=true][aria-describedby=why]")).hasSize(1);
		HtmlPage known = await(confirm, (shown) -> !reloads(shown));
		assertThat(known.querySelectorAll("button.btn-danger")).hasSize(1);
		turnKnobsBack();
		HtmlPage deleted = await(PlainBrowser.press(known, "Delete this certificate"), (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(deleted)).contains("was deleted");
	}

	@Test
	void deletionLooksFirstAndIsSentOnce() {
		String path = upload();
		int sent = this.knobs.calls("DeleteCertificate");
		HtmlPage looking = this.browser.post(path + "/delete");
		assertThat(looking.getUrl().getPath()).isEqualTo(path + "/deletion");
		assertThat(PlainBrowser.text(looking)).contains("is being checked before it is deleted", ASKED,
				"That can take up to 3 min.", "Asked for by Ana Costa");
		assertThat(reloads(looking)).isTrue();
		assertThat(this.browser.open(path + "/delete").getUrl().getPath()).isEqualTo(path + "/deletion");
		assertThat(this.browser.post(path + "/delete").getUrl().getPath()).isEqualTo(path + "/deletion");
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent);
		HtmlPage running = await(looking, (shown) -> !PlainBrowser.text(shown).contains("is being checked"));
		HtmlPage done = await(running, (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(done)).contains("was deleted").contains("Asked for by Ana Costa");
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent + 1);
		assertThat(PlainBrowser.text(this.browser.open(path))).contains("no longer holds");
	}

	@Test
	void deletionThatIsRefusedLateSaysWhyAndSendsNothing() {
		String path = upload();
		this.knobs.tasks(SLOW + "&failing-resource=waf");
		int sent = this.knobs.calls("DeleteCertificate");
		HtmlPage looking = this.browser.post(path + "/delete");
		assertThat(PlainBrowser.text(looking)).contains("is being checked before it is deleted");
		HtmlPage refused = await(looking, (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(refused)).contains("was not deleted",
				"It can't be deleted, and nothing was changed", "It is not known whether WAF resources use it");
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent);
		turnKnobsBack();
		HtmlPage deleted = await(this.browser.post(path + "/delete"), (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(deleted)).contains("was deleted");
	}

	@Test
	void deletionWhoseAnswerIsLostLateIsNotSentTwice() {
		String path = upload();
		int sent = this.knobs.calls("DeleteCertificate");
		this.knobs.during("DeleteCertificate", "kind=cut", () -> {
			HtmlPage looking = this.browser.post(path + "/delete");
			assertThat(PlainBrowser.text(looking)).contains("is being checked before it is deleted");
			HtmlPage lost = await(looking, (shown) -> PlainBrowser.text(shown).contains("its answer was lost"));
			assertThat(PlainBrowser.text(lost)).contains("It is not known yet whether", "does not ask twice");
			assertThat(reloads(lost)).isTrue();
		});
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent + 1);
		turnKnobsBack();
		HtmlPage deleted = await(this.browser.post(path + "/delete"), (shown) -> !reloads(shown));
		assertThat(PlainBrowser.text(deleted)).contains("was deleted");
	}

	/**
	 * Uploads a certificate while the cloud looks slowly.
	 * @return the path of its page
	 */
	private String upload() {
		this.knobs.tasks(SLOW);
		return this.browser.upload(TestPair.create(), "").getUrl().getPath();
	}

	private HtmlPage await(HtmlPage first, Predicate<HtmlPage> condition) {
		HtmlPage page = first;
		for (int looks = 0; !condition.test(page) && looks < 600; looks++) {
			PlainBrowser.pause();
			page = this.browser.open(page.getUrl().toString());
		}
		return page;
	}

	private static boolean reloads(HtmlPage page) {
		return page.getWebResponse().getContentAsString().contains("<noscript><meta http-equiv=\"refresh\"");
	}

}
