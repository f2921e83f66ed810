package dev.certdeck.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard without a mouse.
 */
@BrowserTest
class KeyboardBrowserTests {

	private Chromium chromium;

	@BeforeAll
	void start(@LocalServerPort int port) {
		this.chromium = Chromium.start(port);
		this.chromium.signIn("operator");
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@Test
	void firstStopSkipsToTheContent() {
		this.chromium.open("/certificates");
		this.chromium.keys(Keys.TAB);
		WebElement skip = this.chromium.driver().switchTo().activeElement();
		assertThat(skip.getText()).isEqualTo("Skip to content");
		this.chromium.keys(Keys.ENTER);
		this.chromium.keys(Keys.TAB);
		assertThat(this.chromium.findAll("main button, main a"))
			.contains(this.chromium.driver().switchTo().activeElement());
	}

	@Test
	void filterAndDetailPageAreReached() {
		this.chromium.open("/certificates");
		this.chromium.tabTo("#q");
		this.chromium.keys("storefront");
		this.chromium.tabTo(".filter button[type=submit]");
		this.chromium.enter();
		assertThat(this.chromium.path()).contains("q=storefront");
		this.chromium.tabTo(".certs .name > a");
		this.chromium.enter();
		assertThat(this.chromium.find("h1").getText()).isEqualTo("*.example.com");
		this.chromium.tabTo("main button[aria-disabled=true]");
	}

	@Test
	void statusesAreChosenAndTheirListClosesWithEscape() {
		this.chromium.open("/certificates");
		WebElement summary = this.chromium.tabTo("details.choices summary");
		this.chromium.keys(Keys.ENTER);
		this.chromium.tabTo("input[name=status][value='3']");
		this.chromium.keys(" ");
		this.chromium.keys(Keys.ESCAPE);
		assertThat(this.chromium.driver().switchTo().activeElement()).isEqualTo(summary);
		assertThat(this.chromium.find("details.choices fieldset").isDisplayed()).isFalse();
		this.chromium.tabTo(".filter button[type=submit]");
		this.chromium.enter();
		assertThat(this.chromium.path()).contains("status=3");
	}

	@Test
	void focusIsAlwaysVisible() {
		this.chromium.open("/certificates?q=storefront");
		int stops = 0;
		for (WebElement focused = nextStop(); !focused.getTagName().equals("body"); focused = nextStop()) {
			stops++;
			assertThat(focused.getCssValue("outline-style") + focused.getCssValue("box-shadow"))
				.as("%s %s", focused.getTagName(), focused.getText())
				.isNotEqualTo("nonenone");
		}
		assertThat(stops).isGreaterThan(20);
	}

	private WebElement nextStop() {
		this.chromium.keys(Keys.TAB);
		return this.chromium.driver().switchTo().activeElement();
	}

}
