package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Validity}.
 */
@Tag("time-zone")
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
	void emptyOrReversedSpanHasNoShareThatIsLeft() {
		assertThat(new Validity(UNTIL, UNTIL).percentLeft(UNTIL.minusSeconds(9))).isNull();
		Validity reversed = new Validity(UNTIL, UNTIL.minusSeconds(5));
		assertThat(reversed.percentLeft(UNTIL.minusSeconds(9))).isNull();
		assertThat(reversed.length()).isEmpty();
		assertThat(reversed.isReversed()).isTrue();
		assertThat(reversed.isOver(UNTIL.minusSeconds(9))).isFalse();
		assertThat(reversed.isOver(UNTIL)).isTrue();
	}

	@Test
	void thousandsOfYearsAreNoTrouble() {
		Validity millennia = new Validity(Instant.parse("1950-01-01T00:00:00Z"), Instant.parse("9998-12-31T23:59:59Z"));
		assertThat(millennia.percentLeft(TestCertificates.NOW)).isEqualTo(99);
		assertThat(millennia.daysLeft(TestCertificates.NOW)).isGreaterThan(2_900_000);
		assertThat(millennia.isEndless()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999-12-31T23:59:59Z", "9999-12-31T15:59:59Z", "9999-12-30T16:00:00Z",
			"+10000-01-01T07:59:59Z", "+10000-12-31T23:59:59Z" })
	void lastDayOfTheCalendarIsNoEnd(Instant until) {
		Validity endless = new Validity(UNTIL, until);
		assertThat(endless.isEndless()).isTrue();
		assertThat(endless.until()).isEqualTo(Validity.NO_END);
		assertThat(endless.length()).isEmpty();
		assertThat(endless.percentLeft(UNTIL)).isNull();
	}

	@Test
	void endIsAsGoodWithoutABeginning() {
		Validity validity = new Validity(null, UNTIL);
		assertThat(validity.isOver(UNTIL.plusNanos(1))).isTrue();
		assertThat(validity.daysLeft(UNTIL.minus(Duration.ofDays(3)))).isEqualTo(3);
		assertThat(validity.percentLeft(UNTIL.minus(Duration.ofDays(3)))).isNull();
		assertThat(validity.isReversed()).isFalse();
	}

	@Test
	void whatHasNoKnownEndIsNotOver() {
		Validity validity = new Validity(UNTIL, null, true);
		assertThat(validity.isOver(UNTIL.plus(Duration.ofDays(9999)))).isFalse();
		assertThat(validity.isEndless()).isFalse();
		assertThat(validity.percentLeft(UNTIL)).isNull();
	}

}
