package dev.certdeck.web;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Durations}.
 */
class DurationsTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 0 s", "PT59.9S, 59 s", "PT1M, 1 min", "PT3M, 3 min", "PT59M59S, 59 min", "PT1H, 1 h",
			"PT72H, 72 h" })
	void namesTheUnitThatMatters(Duration duration, String text) {
		assertThat(new Durations(TestMessages.load()).text(duration)).isEqualTo(text);
	}

}
