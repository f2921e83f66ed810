package dev.certdeck.sandbox.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeletionRulesTests {

	private static final Product FREE = new Product("83", Plan.FREE, Grade.DV, "", "", "");

	private static final Product PAID = new Product("9", Plan.PAID, Grade.OV, "", "", "");

	private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	private final DeletionRules rules = new DeletionRules(false);

	@ParameterizedTest(name = "status {0}: free {1}, paid {2}")
	@CsvSource(nullValues = "-", textBlock = """
			 0, -,      STATUS
			 1, ISSUED, ISSUED
			 2, -,      STATUS
			 3, -,      -
			 4, -,      STATUS
			 5, STATUS, STATUS
			 6, STATUS, STATUS
			 7, STATUS, STATUS
			 8, STATUS, STATUS
			 9, STATUS, STATUS
			10, -,      -
			42, STATUS, STATUS
			""")
	void statusDecidesForWhatTheCloudIssued(int status, @Nullable Refusal free, @Nullable Refusal paid) {
		Duration age = Duration.ofHours(1);
		assertThat(this.rules.refusal(certificate(FREE, status, age), false, NOW)).isEqualTo(free);
		assertThat(this.rules.refusal(certificate(PAID, status, age), false, NOW)).isEqualTo(paid);
		assertThat(this.rules.refusal(certificate(Product.upload(""), status, age), false, NOW)).isNull();
	}

	@ParameterizedTest
	@EnumSource(Plan.class)
	void bindingBeatsEverything(Plan plan) {
		Product product = new Product(null, plan, Grade.DV, "", "", "");
		HeldCertificate certificate = certificate(product, Status.EXPIRED, Duration.ofDays(400));
		assertThat(this.rules.refusal(certificate, true, NOW)).isEqualTo(Refusal.BOUND);
	}

	@ParameterizedTest
	@CsvSource({ "0", "4" })
	void pendingFreeCertificateStaysForAnHour(int status) {
		HeldCertificate certificate = certificate(FREE, status, Duration.ofMinutes(60).minusMillis(1));
		assertThat(this.rules.refusal(certificate, false, NOW)).isEqualTo(Refusal.WITHIN_HOUR);
	}

	@Test
	void cancelledCertificateGoesWhereThePolicySaysSo() {
		DeletionRules lenient = new DeletionRules(true);
		for (Product product : List.of(FREE, PAID)) {
			HeldCertificate certificate = certificate(product, Status.CANCELLED, Duration.ofDays(1));
			assertThat(lenient.refusal(certificate, false, NOW)).isNull();
		}
	}

	@Test
	void approvedCertificateExpiresByItself() {
		Validity validity = new Validity(NOW.minusSeconds(9), NOW.plusSeconds(1));
		HeldCertificate certificate = new HeldCertificate("abcdefgh", FREE, CertificateType.SVR, List.of("example.com"),
				"", Status.APPROVED, validity, 3, NOW, Project.DEFAULT, null);
		assertThat(this.rules.refusal(certificate, false, NOW)).isEqualTo(Refusal.ISSUED);
		assertThat(this.rules.refusal(certificate, false, NOW.plusSeconds(1))).isNull();
	}

	private static HeldCertificate certificate(Product product, int status, Duration age) {
		return new HeldCertificate("abcdefgh", product, CertificateType.SVR, List.of("example.com"), "", status, null,
				12, NOW.minus(age), Project.DEFAULT, null);
	}

}
