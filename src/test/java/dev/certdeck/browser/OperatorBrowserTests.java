package dev.certdeck.browser;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator's day in the browser.
 */
@BrowserTest
class OperatorBrowserTests {

	private Chromium chromium;

	@BeforeAll
	void start(@LocalServerPort int port) {
		this.chromium = Chromium.start(port);
		this.chromium.signIn("operator");
	}

	@AfterEach
	void browserDidNotComplain() {
		assertThat(this.chromium.complaints()).isEmpty();
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@Test
	void filtersAndTurnsPages() {
		ListPage list = list("/certificates?sort=id").search("example.com");
		assertThat(this.chromium.path()).contains("q=example.com").contains("sort=id");
		List<String> first = list.ids();
		List<String> second = list.turnTo("Next").ids();
		assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
		assertThat(this.chromium.path()).contains("page=2").contains("q=example.com");
		assertThat(list.turnTo("First").ids()).isEqualTo(first);
	}

	@Test
	void uploadsAPairOfOpenSslSeesItAndDeletesIt(@TempDir Path directory) throws Exception {
		Tool.missing(Tool.OPENSSL)
			.ifPresent(
					(missing) -> Assumptions.abort("The upload of a pair made with openssl was not run: " + missing));
		OpenSslPair pair = OpenSslPair.create(directory);
		list("/certificates").upload().alias("Made with openssl").files(pair.certificate(), pair.key()).submit();
		assertThat(this.chromium.find(".alert-success").getText()).startsWith("Uploaded.");
		assertThat(this.chromium.find("h1").getText()).isEqualTo(pair.name());
		ListPage list = list("/certificates").search(pair.name());
		assertThat(list.names()).containsExactly(pair.name());
		list.deleteFirst();
		assertThat(this.chromium.find("h1").getText()).isEqualTo("Delete %s?".formatted(pair.name()));
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(this.chromium.find(".alert-success").getText()).contains(pair.name()).contains("was deleted");
		assertThat(this.chromium.path()).contains("q=" + pair.name());
		assertThat(list.names()).isEmpty();
	}

	@Test
	void disabledDeleteExplainsItselfAndDoesNothing() {
		ListPage list = list("/certificates?q=storefront");
		WebElement button = list.disabledDelete();
		WebElement reason = this.chromium.find("#" + button.getAttribute("aria-describedby"));
		assertThat(reason.isDisplayed()).isTrue();
		assertThat(reason.getText()).startsWith("In use by");
		assertThat(button.getAccessibleName()).isEqualTo("Delete *.example.com");
		String before = this.chromium.path();
		button.click();
		assertThat(this.chromium.tabTo(".certs button[aria-disabled=true]")).isEqualTo(button);
		this.chromium.keys(" ");
		this.chromium.keys(Keys.ENTER);
		assertThat(this.chromium.path()).isEqualTo(before);
		assertThat(list.disabledDelete()).isEqualTo(button);
	}

	@Test
	void copyButtonsCopy() {
		list("/certificates?q=storefront").openFirst();
		WebElement button = this.chromium.find("button[data-copy]");
		assertThat(button.isDisplayed()).isTrue();
		button.click();
		assertThat(this.chromium.find("button[data-copy]").getText()).isEqualTo("Copied");
	}

	private ListPage list(String path) {
		this.chromium.open(path);
		return new ListPage(this.chromium);
	}

}
