package dev.certdeck.browser;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of statuses in the filter, by mouse, finger and keyboard.
 */
@BrowserTest
class StatusChoicesBrowserTests {

	private Chromium chromium;

	@BeforeAll
	void start(@LocalServerPort int port) {
		this.chromium = Chromium.start(port);
		this.chromium.signIn("operator");
	}

	@AfterEach
	void usualSize() {
		this.chromium.usualSize();
		this.chromium.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1440, 1280, 1024, 805, 761, 390, 320 })
	void clickOnAWordChoosesItAndNothingIsCovered(int width) {
		open(width);
		new Actions(this.chromium.driver()).click(word("Approved")).perform();
		assertThat(box("Approved").isSelected()).isTrue();
		assertThat(isOpen()).isTrue();
		for (WebElement control : this.chromium.findAll(".filter :is(input:not([type=hidden]), select, button, a)")) {
			assertThat(isUncovered(control)).as("%s %s", control.getTagName(), control.getText()).isTrue();
		}
		this.chromium.follow(this.chromium.find(".filter button[type=submit]"));
		assertThat(this.chromium.path()).contains("status=1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1024, 390 })
	void fingerChooses(int width) {
		open(width);
		this.chromium.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
		tap(word("Expired"));
		tap(word("Revoked"));
		assertThat(box("Expired").isSelected()).isTrue();
		assertThat(box("Revoked").isSelected()).isTrue();
		assertThat(isOpen()).isTrue();
	}

	@Test
	void pressThatIsLetGoElsewhereClosesNothing() {
		open(1280);
		new Actions(this.chromium.driver()).clickAndHold(word("Approved")).release(this.chromium.find("h1")).perform();
		assertThat(isOpen()).isTrue();
	}

	@Test
	void clickElsewhereAndSummaryClose() {
		open(1280);
		this.chromium.find("h1").click();
		assertThat(isOpen()).isFalse();
		summary().click();
		assertThat(isOpen()).isTrue();
		summary().click();
		assertThat(isOpen()).isFalse();
	}

	@Test
	void fieldCanBeFilledWhileTheListIsOpen() {
		open(1280);
		this.chromium.find("#q").click();
		this.chromium.keys("storefront");
		new Actions(this.chromium.driver()).click(this.chromium.find(".filter button[type=submit]")).perform();
		this.chromium.find(".certs .name > a");
		assertThat(this.chromium.path()).contains("q=storefront");
	}

	@Test
	void leavingByKeyboardAndEscapeClose() {
		open(1280);
		this.chromium.find("input[name=status]").sendKeys(Keys.ESCAPE);
		assertThat(isOpen()).isFalse();
		assertThat(this.chromium.driver().switchTo().activeElement()).isEqualTo(summary());
		this.chromium.keys(Keys.ENTER);
		assertThat(isOpen()).isTrue();
		this.chromium.keys(Keys.ESCAPE);
		assertThat(isOpen()).isFalse();
		this.chromium.keys(Keys.ENTER);
		this.chromium.tabTo("#expires");
		assertThat(isOpen()).isFalse();
	}

	private void open(int width) {
		this.chromium.size(width, 900);
		this.chromium.open("/certificates");
		summary().click();
	}

	private WebElement summary() {
		return this.chromium.find("details.choices summary");
	}

	private boolean isOpen() {
		return this.chromium.find("details.choices").getDomAttribute("open") != null;
	}

	private WebElement word(String status) {
		return this.chromium.driver().findElement(By.xpath("//label[span='%s']/span".formatted(status)));
	}

	private WebElement box(String status) {
		return this.chromium.driver().findElement(By.xpath("//label[span='%s']/input".formatted(status)));
	}

	private boolean isUncovered(WebElement control) {
		return Boolean.TRUE.equals(this.chromium.driver()
			.executeScript(
					"""
							const control = arguments[0];
							control.scrollIntoView({ block: 'center' });
							const box = control.getBoundingClientRect();
							return [[1, 1], [1, 0], [0, 1], [0, 0]].every(([x, y]) => {
								const top = document.elementFromPoint(box.left + 3 + x * (box.width - 6), box.top + 3 + y * (box.height - 6));
								return control.contains(top) || top.contains(control) && top.matches('label');
							});""",
					control));
	}

	private void tap(WebElement target) {
		List<?> place = (List<?>) this.chromium.driver().executeScript("""
				arguments[0].scrollIntoView({ block: 'center' });
				const box = arguments[0].getBoundingClientRect();
				return [box.left + box.width / 2, box.top + box.height / 2];""", target);
		Map<String, Object> touch = Map.of("x", place.get(0), "y", place.get(1));
		this.chromium.driver()
			.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(touch)));
		this.chromium.driver()
			.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
	}

}
