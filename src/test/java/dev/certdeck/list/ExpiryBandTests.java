package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExpiryBand}.
 */
@Tag("time-zone")
class ExpiryBandTests {

	@ParameterizedTest
	@CsvSource({ "P31D, LATER", "P29D, SOON", "P14D, CRITICAL", "P-1D, EXPIRED" })
	void withoutALengthTheLongestWarningCounts(Duration left, ExpiryBand band) {
		Instant now = TestCertificates.NOW;
		for (Instant from : Arrays.asList(null, now.plus(Duration.ofDays(99)))) {
			assertThat(ExpiryBand.of(new Validity(from, now.plus(left)), Duration.ofDays(30), now)).isEqualTo(band);
		}
	}

	@ParameterizedTest(name = "{0} days, {1} left: {2}")
	@CsvSource({ "365, PT721H, LATER", "365, PT720H, SOON", "365, PT361H, SOON", "365, PT360H, CRITICAL",
			"365, PT0S, CRITICAL", "365, PT-1S, EXPIRED", "48, PT385H, LATER", "48, PT384H, SOON", "48, PT193H, SOON",
			"48, PT192H, CRITICAL", "6, PT49H, LATER", "6, PT48H, SOON", "6, PT24H, CRITICAL" })
	void urgencyIsRelativeToTheLength(long days, Duration left, ExpiryBand band) {
		Instant until = TestCertificates.NOW.plus(left);
		Validity validity = new Validity(until.minus(Duration.ofDays(days)), until);
		assertThat(ExpiryBand.of(validity, Duration.ofDays(30), TestCertificates.NOW)).isEqualTo(band);
	}

}
