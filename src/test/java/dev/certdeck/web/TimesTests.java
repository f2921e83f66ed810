package dev.certdeck.web;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Times}.
 */
@Tag("time-zone")
class TimesTests {

	private static final Instant INSTANT = Instant.parse("2026-11-28T23:59:58.999Z");

	@Test
	void writesInTheTeamsZone() {
		Times times = new Times(ZoneId.of("Asia/Shanghai"));
		assertThat(times.style("minute").format(INSTANT)).isEqualTo("2026-11-29 07:59");
		assertThat(times.style("minute-of-day").format(INSTANT)).isEqualTo("07:59 +08:00");
		assertThat(times.style("second-of-day").format(INSTANT)).isEqualTo("07:59:58 +08:00");
		assertThat(times.full(INSTANT)).isEqualTo("2026-11-29 07:59:58 +08:00");
		assertThat(times.style("offset").format(INSTANT)).isEqualTo("+08:00");
		assertThat(times.utc(INSTANT)).isEqualTo("2026-11-28 23:59:58 UTC");
		assertThat(times.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-29T00:59:59Z, 2026-03-29 01:59:59 +01:00", "2026-03-29T01:00:00Z, 2026-03-29 03:00:00 +02:00",
			"2026-10-25T00:30:00Z, 2026-10-25 02:30:00 +02:00", "2026-10-25T01:30:00Z, 2026-10-25 02:30:00 +01:00" })
	void tellsTheTwoHoursOfTheClockChangeApart(Instant instant, String text) {
		assertThat(new Times(ZoneId.of("Europe/Berlin")).full(instant)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "UTC, +00:00", "America/St_Johns, -03:30", "Asia/Kathmandu, +05:45" })
	void writesEveryOffsetInFull(ZoneId zone, String offset) {
		assertThat(new Times(zone).style("offset").format(INSTANT)).isEqualTo(offset);
	}

	@Test
	void farYearsAreWrittenInFull() {
		assertThat(new Times(ZoneId.of("Asia/Shanghai")).full(Instant.parse("2049-12-31T16:00:00Z")))
			.isEqualTo("2050-01-01 00:00:00 +08:00");
	}

}
