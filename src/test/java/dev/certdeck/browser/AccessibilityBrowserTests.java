package dev.certdeck.browser;

import java.util.List;

import dev.certdeck.LongTest;
import dev.certdeck.SandboxKnobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in both schemes, wide and narrow: axe finds nothing, nothing stands out of
 * the page, and the browser has no complaint.
 */
@LongTest
@BrowserTest
class AccessibilityBrowserTests {

	private Chromium chromium;

	private Scene.Stage stage;

	private String user = "";

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.chromium = Chromium.start(port);
		this.stage = new Scene.Stage(this.chromium, new SandboxKnobs(sandboxUrl));
	}

	@AfterAll
	void close() {
		this.chromium.signIn("operator").refresh();
		this.chromium.close();
	}

	@ParameterizedTest
	@EnumSource
	void pageIsAccessible(Scene scene) {
		become(scene.user());
		scene.open(this.stage);
		assertThat(this.chromium.find("h1").getText()).isEqualTo(scene.heading());
		List<String> findings = new Inspection(this.chromium).findings();
		if (scene == Scene.SIGNED_OUT) {
			this.user = "";
		}
		assertThat(findings).isEmpty();
	}

	private void become(String person) {
		if (!person.equals(this.user)) {
			this.user = person;
			if (person.isEmpty()) {
				this.chromium.signOut();
			}
			else {
				this.chromium.signIn(person);
			}
		}
	}

}
