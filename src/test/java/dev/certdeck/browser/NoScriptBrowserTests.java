package dev.certdeck.browser;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main way through the dashboard in a browser that runs no script.
 */
@BrowserTest
class NoScriptBrowserTests {

	private Chromium chromium;

	@BeforeAll
	void start(@LocalServerPort int port) {
		this.chromium = Chromium.withoutScript(port);
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@Test
	void mainWayNeedsNoScript(@TempDir Path directory) throws Exception {
		Tool.missing(Tool.OPENSSL)
			.ifPresent((missing) -> Assumptions.abort("The way without JavaScript was not run: " + missing));
		OpenSslPair pair = OpenSslPair.create(directory);
		ListPage list = this.chromium.signIn("operator");
		list.upload().files(pair.certificate(), pair.key()).submit();
		assertThat(this.chromium.find("h1").getText()).isEqualTo(pair.name());
		assertThat(this.chromium.find("button[data-copy]").isDisplayed()).isFalse();
		this.chromium.open("/certificates");
		list.search(pair.name()).refresh();
		assertThat(list.names()).containsExactly(pair.name());
		list.deleteFirst();
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(this.chromium.find(".alert-success").getText()).contains("was deleted");
		this.chromium.follow(this.chromium.find(".who button"));
		assertThat(this.chromium.find("h1").getText()).isEqualTo("Signed out");
	}

}
