package dev.certdeck.browser;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.certdeck.PlainBrowser;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that somebody leaves open, with and without JavaScript.
 */
@BrowserTest
class LeftOpenBrowserTests {

	private static final String IN_TWO_HOURS = "const now = Date.now; Date.now = () => now.call(Date) + 7200000;";

	private Chromium scripted;

	private Chromium plain;

	private SandboxKnobs knobs;

	private String url;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.url = "http://localhost:" + port;
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.scripted = Chromium.start(port);
		this.scripted.signIn("operator");
		this.plain = Chromium.withoutScript(port);
		this.plain.signIn("operator");
	}

	@AfterAll
	void close() {
		Stream.of(this.scripted, this.plain).forEach(Chromium::close);
	}

	@Test
	void pageOfALostUploadFollowsUpByItself() throws Exception {
		TestPair pair = TestPair.create();
		try (PlainBrowser uploader = new PlainBrowser(this.url)) {
			uploader.signIn("operator");
			this.knobs.during("CertUpload", "kind=cut&after=true", () -> {
				int calls = this.knobs.calls("CertUpload");
				CompletableFuture<String> lost = CompletableFuture.supplyAsync(
						() -> uploader.upload(pair, "").getUrl().getFile(), (task) -> new Thread(task).start());
				new WebDriverWait(this.scripted.driver(), Duration.ofSeconds(60))
					.until((driver) -> lost.isDone() || this.knobs.calls("CertUpload") > calls);
				this.knobs.during("CertGetList", "kind=error&code=4100", () -> {
					String path = lost.orTimeout(60, TimeUnit.SECONDS).join();
					Stream.of(this.scripted, this.plain).forEach((chromium) -> {
						chromium.open(path);
						assertThat(chromium.find("h1").getText()).isEqualTo("Outcome not known");
					});
				});
			});
			this.scripted.awaitHeading("The certificate was uploaded");
			this.plain.awaitHeading("The certificate was uploaded");
			assertThat(this.scripted.findAll("[data-poll]")).isEmpty();
			this.scripted.follow(this.scripted.find("#page a.btn"));
			assertThat(this.scripted.find("h1").getText()).isEqualTo(pair.name());
			uploader.delete(this.scripted.path());
		}
	}

	@Test
	void nextRefreshDoesNotPassSilently() {
		this.scripted.open("/certificates?q=storefront");
		WebElement next = this.scripted.find(".title-row [data-due]");
		WebElement link = this.scripted.find(".title-row .sub a");
		assertThat(next.isDisplayed()).isTrue();
		assertThat(link.isDisplayed()).isFalse();
		assertThat(this.scripted.find(".title-row .sub").getText()).doesNotContain("reload the page", "ago");
		this.scripted.driver().executeScript(IN_TWO_HOURS);
		new WebDriverWait(this.scripted.driver(), Duration.ofSeconds(20)).until(ExpectedConditions.visibilityOf(link));
		assertThat(next.isDisplayed()).isFalse();
		assertThat(this.scripted.find(".title-row .sub").getText()).containsAnyOf("refresh due since",
				"a refresh was running");
		assertThat(this.scripted.findAll(".title-row [role=status], .title-row [aria-live]")).isEmpty();
		this.scripted.follow(link);
		assertThat(this.scripted.path()).isEqualTo("/certificates?q=storefront");
		this.plain.open("/certificates");
		assertThat(this.plain.find(".title-row .sub").getText()).doesNotContain("ago");
		assertThat(this.plain.find(".title-row .sub noscript").getDomProperty("textContent"))
			.contains("reload the page to see it");
	}

}
