package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Validity}.
 */
class ValidityTests {

	private static final Instant UNTIL = Instant.parse("2039-01-01T00:00:00Z");

	private static final Validity VALIDITY = new Validity(UNTIL.minus(Duration.ofDays(100)), UNTIL);

	@Test
	void isOverOnceItsLastInstantHasPassed() {
		assertThat(VALIDITY.isOver(UNTIL.minusNanos(1))).isFalse();
		assertThat(VALIDITY.isOver(UNTIL)).isFalse();
		assertThat(VALIDITY.isOver(UNTIL.plusNanos(1))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT23H59M59S, 0", "PT24H, 1", "PT47H59M, 1", "PT2400H, 100", "PT-1S, 0", "PT-23H59M, 0",
			"PT-24H, -1", "PT-49H, -2" })
	void countsWholeDays(Duration left, long days) {
		assertThat(VALIDITY.daysLeft(UNTIL.minus(left))).isEqualTo(days);
	}

	@ParameterizedTest
	@CsvSource({ "PT2400H, 100", "PT4800H, 100", "PT1200H, 50", "PT24H, 1", "PT23H, 0", "PT0S, 0", "PT-24H, 0" })
	void tellsHowMuchIsLeft(Duration left, int percent) {
		assertThat(VALIDITY.percentLeft(UNTIL.minus(left))).isEqualTo(percent);
	}

	@Test
	void emptyOrReversedSpanHasNothingLeft() {
		assertThat(new Validity(UNTIL, UNTIL).percentLeft(UNTIL.minusSeconds(9))).isZero();
		assertThat(new Validity(UNTIL, UNTIL.minusSeconds(5)).percentLeft(UNTIL.minusSeconds(9))).isZero();
	}

	@Test
	void thousandsOfYearsAreNoTrouble() {
		Validity forever = new Validity(Instant.parse("1950-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));
		assertThat(forever.percentLeft(TestCertificates.NOW)).isEqualTo(99);
		assertThat(forever.daysLeft(TestCertificates.NOW)).isGreaterThan(2_900_000);
	}

}
