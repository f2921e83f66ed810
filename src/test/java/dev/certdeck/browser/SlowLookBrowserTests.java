package dev.certdeck.browser;

import java.time.Duration;
import java.util.List;

import dev.certdeck.LongTest;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that go on by themselves while the cloud takes its time to look at what uses a
 * certificate, with and without JavaScript.
 */
@LongTest
@BrowserTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.tencent.task.interval=50ms",
		"certdeck.inventory.check-wait=200ms", "certdeck.deletion.task.initial-wait=200ms" })
@Timeout(300)
class SlowLookBrowserTests {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final String ASKED = "Tencent Cloud is being asked since";

	private static final String DELETABLE = "Certdeck knows of nothing that prevents it.";

	private Chromium chromium;

	private Chromium plain;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.knobs.tasks("duration=20ms");
		this.chromium = Chromium.start(port);
		this.chromium.signIn("operator");
		this.plain = Chromium.withoutScript(port);
		this.plain.signIn("operator");
	}

	@AfterEach
	void browserDidNotComplain() {
		this.knobs.tasks("duration=20ms");
		assertThat(this.chromium.complaints()).isEmpty();
		assertThat(this.plain.complaints()).isEmpty();
	}

	@AfterAll
	void close() {
		this.chromium.close();
		this.plain.close();
	}

	@Test
	void certificatePageGoesOnAndKeepsFocusAndLiveRegion() {
		this.knobs.tasks("duration=12s");
		upload(this.chromium);
		assertThat(text(this.chromium)).contains("Uploaded.", ASKED);
		this.chromium.driver().executeScript("""
				window.region = document.querySelector('#page [role=status]');
				document.querySelector('form.inline button').focus();""");
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
		new WebDriverWait(this.chromium.driver(), PATIENCE)
			.until((driver) -> this.chromium.findAll("[data-poll]").isEmpty());
		assertThat(text(this.chromium)).doesNotContain(ASKED).contains(DELETABLE);
		assertThat(script("return window.region === document.querySelector('#page [role=status]')")).isEqualTo(true);
		assertThat(script("return window.region.innerText")).asString().startsWith("No resource uses it.");
		assertThat(script("return document.activeElement.textContent")).isEqualTo("Check again");
	}

	@Test
	void confirmPageGoesOnUntilItOffersTheDeletion() {
		this.knobs.tasks("duration=12s");
		upload(this.chromium);
		this.chromium.open(this.chromium.path().replaceFirst("\\?.*", "") + "/delete");
		assertThat(text(this.chromium)).contains(ASKED);
		assertThat(this.chromium.findAll("button.btn-danger")).isEmpty();
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
		this.chromium.driver().executeScript("window.region = document.querySelector('#page [role=status]');");
		awaitText(this.chromium, "Tencent Cloud deletes the certificate for good.");
		assertThat(script("return window.region === document.querySelector('#page [role=status]')")).isEqualTo(true);
		assertThat(this.chromium.findAll("button.btn-danger")).hasSize(1);
	}

	@Test
	void deletionGoesOnFromTheLookToItsEnd() {
		this.knobs.tasks("duration=7s");
		upload(this.chromium);
		awaitText(this.chromium, DELETABLE);
		this.chromium.follow(this.chromium.find(".deletion a"));
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(text(this.chromium)).contains("is being checked before it is deleted", ASKED);
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
		awaitText(this.chromium, "was deleted");
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
	}

	@Test
	void pagesReloadWithoutScript() {
		this.knobs.tasks("duration=5s");
		upload(this.plain);
		assertThat(text(this.plain)).contains("Uploaded.", ASKED);
		awaitText(this.plain, DELETABLE);
		this.plain.follow(this.plain.find(".deletion a"));
		this.plain.follow(this.plain.find("button.btn-danger"));
		assertThat(text(this.plain)).contains("is being checked before it is deleted");
		awaitText(this.plain, "was deleted");
		assertThat(this.plain.path()).contains("/deletion");
	}

	private void upload(Chromium browser) {
		TestPair pair = TestPair.create();
		browser.open("/certificates");
		new ListPage(browser).upload().certificate(pair.certificate()).key(pair.key()).submit();
	}

	private Object script(String script) {
		return this.chromium.driver().executeScript(script);
	}

	private static String text(Chromium browser) {
		return browser.find("main").getText();
	}

	private static void awaitText(Chromium browser, String text) {
		new WebDriverWait(browser.driver(), PATIENCE).ignoreAll(List.of(StaleElementReferenceException.class))
			.until((driver) -> text(browser).contains(text));
	}

}
