package dev.certdeck.browser;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.LongTest;
import dev.certdeck.SandboxKnobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages on windows of every width.
 */
@LongTest
@BrowserTest
class WidthsBrowserTests {

	private static final int NARROWEST = 320;

	private static final int WIDEST = 1600;

	private static final int STEP = 15;

	private Chromium chromium;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.chromium = Chromium.start(port);
		this.knobs = new SandboxKnobs(sandboxUrl);
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.INCLUDE, names = { "LIST", "LIST_OF_VIEWER", "LIST_WITH_OPEN_CHOICES", "STALE_LIST",
			"HUNDRED_NAMES", "BOUND", "CONFIRM_OF_BOUND", "UPLOAD_CHECKED", "UPLOAD_UNKNOWN", "AUDIT" })
	void nothingRunsOutSideways(Scene scene) {
		this.chromium.usualSize();
		if (!scene.user().isEmpty()) {
			this.chromium.signIn(scene.user());
		}
		scene.open(new Scene.Stage(this.chromium, this.knobs));
		assertThat(tooNarrow()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates?size=100", "/certificates?size=100&page=2" })
	void namesBreakBetweenTheirLabels(String list) {
		this.chromium.usualSize();
		this.chromium.signIn("operator");
		this.chromium.open(list);
		for (int width = NARROWEST; width <= WIDEST; width += STEP) {
			this.chromium.size(width, 900);
			assertThat(brokenLabels()).as("At %d pixels", width).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.INCLUDE, names = { "LIST", "AUDIT" })
	void noTextRunsOutOfItsCell(Scene scene) {
		this.chromium.usualSize();
		this.chromium.signIn(scene.user());
		scene.open(new Scene.Stage(this.chromium, this.knobs));
		for (int width = NARROWEST; width <= WIDEST; width += STEP) {
			this.chromium.size(width, 900);
			assertThat((List<?>) this.chromium.driver()
				.executeScript(
						"""
								return [...document.querySelectorAll('td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
									.map((cell) => cell.textContent.trim());
								"""))
				.as("At %d pixels", width)
				.isEmpty();
		}
	}

	private List<Integer> tooNarrow() {
		List<Integer> widths = new ArrayList<>();
		for (int width = NARROWEST; width <= WIDEST; width += STEP) {
			this.chromium.size(width, 900);
			if (Boolean.TRUE.equals(this.chromium.driver()
				.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
				widths.add(width);
			}
		}
		return widths;
	}

	private List<?> brokenLabels() {
		return (List<?>) this.chromium.driver().executeScript("""
				const broken = [];
				for (const name of document.querySelectorAll('.certs .name > a')) {
					const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
					while (texts.nextNode()) {
						for (const label of texts.currentNode.data.matchAll(/[^.\\s]+/g)) {
							const range = document.createRange();
							range.setStart(texts.currentNode, label.index);
							range.setEnd(texts.currentNode, label.index + label[0].length);
							if (range.getClientRects().length > 1 && !label[0].includes('-')) {
								broken.push(name.textContent);
							}
						}
					}
				}
				return broken;""");
	}

}
