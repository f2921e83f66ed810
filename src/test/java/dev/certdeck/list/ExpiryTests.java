package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Expiry}.
 */
@Tag("time-zone")
class ExpiryTests {

	@ParameterizedTest
	@CsvSource({ "PT720H, 30, true", "PT720H0.000000001S, 30, false", "PT0S, 30, true", "PT0S, 0, true",
			"PT1S, 0, false", "PT-0.000000001S, 30, false", "PT-24H, 30, false" })
	void comesWithinDays(Duration left, int days, boolean fits) {
		assertThat(test(new Expiry(days), TestCertificates.certificate("a").left(left))).isEqualTo(fits);
	}

	@Test
	void isExpiredByDateOrByStatus() {
		assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").status(1).left(Duration.ofDays(-1))))
			.isTrue();
		assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").status(3).left(Duration.ofDays(9)))).isTrue();
		assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").status(3))).isTrue();
		assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").status(1).left(Duration.ofDays(1))))
			.isFalse();
		assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").status(0))).isFalse();
	}

	@Test
	void whatIsExpiredDoesNotExpireSoon() {
		assertThat(test(new Expiry(30), TestCertificates.certificate("a").status(3).left(Duration.ofDays(9))))
			.isFalse();
		assertThat(test(new Expiry(30), TestCertificates.certificate("a").status(0))).isFalse();
	}

	@Test
	void endIsAsGoodWithoutABeginning() {
		Instant now = TestCertificates.NOW;
		assertThat(test(new Expiry(30),
				TestCertificates.certificate("a").validity(new Validity(null, now.plusSeconds(5)))))
			.isTrue();
		assertThat(test(Expiry.EXPIRED,
				TestCertificates.certificate("a").validity(new Validity(null, now.minusSeconds(5)))))
			.isTrue();
	}

	@Test
	void whatHasNoEndOrNoneThatIsKnownDoesNotExpire() {
		for (Validity validity : List.of(new Validity(TestCertificates.NOW, Validity.NO_END),
				new Validity(null, null, true), new Validity(TestCertificates.NOW, null))) {
			assertThat(test(new Expiry(36500), TestCertificates.certificate("a").validity(validity))).isFalse();
			assertThat(test(Expiry.EXPIRED, TestCertificates.certificate("a").validity(validity))).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "expired", "0", "7", "36500" })
	void standsInTheUrl(String text) {
		assertThat(Expiry.parse(text)).get().hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "EXPIRED", "-1", "36501", "1.5", "ten", "99999999999" })
	void nonsenseIsNone(String text) {
		assertThat(Expiry.parse(text)).isEmpty();
	}

	private static boolean test(Expiry expiry, TestCertificates.Builder builder) {
		Snapshot snapshot = TestSnapshots.of(TestSnapshots.entry(builder));
		return !TestLists.index(snapshot).find(Filter.ending(expiry), TestCertificates.NOW).isEmpty();
	}

}
