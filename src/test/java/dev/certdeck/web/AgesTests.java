package dev.certdeck.web;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ages}.
 */
class AgesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private final Ages ages = new Ages(TestMessages.load());

	@ParameterizedTest
	@CsvSource({ "PT0S, 0 s", "PT0.999S, 0 s", "PT59.9S, 59 s", "PT1M, 1 min", "PT59M59S, 59 min", "PT1H, 1 h",
			"PT23H59M, 23 h", "PT24H, 1 day", "PT47H, 1 day", "PT48H, 2 days", "PT-1S, 0 s", "PT-100H, 0 s" })
	void usesTheOneUnitThatMatters(Duration age, String text) {
		assertThat(this.ages.text(NOW.minus(age), NOW)).isEqualTo(text);
	}

}
