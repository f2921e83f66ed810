package dev.certdeck.sandbox.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the cloud's own rules of deletion with those that the dashboard predicts them
 * by.
 */
class DeletionAgreementTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final Usage BOUND = TestCertificates
		.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-12345678"));

	private static final Duration PERIOD = new DeletionPolicy(false).pendingPeriod();

	private static final List<Duration> AGES = List.of(Duration.ZERO, PERIOD.dividedBy(2), PERIOD.minusSeconds(1),
			PERIOD, PERIOD.plusSeconds(1), Duration.ofDays(400));

	@ParameterizedTest(name = "{0}, status {1}, cancelled deletable: {2}")
	@MethodSource("cases")
	void bothSayTheSame(Product product, int status, boolean cancelledDeletable) {
		DeletionRules cloud = new DeletionRules(cancelledDeletable);
		DeletionPolicy dashboard = new DeletionPolicy(cancelledDeletable);
		for (Duration age : AGES) {
			Instant appliedAt = NOW.minus(age);
			HeldCertificate held = new HeldCertificate("abcdefgh", product, CertificateType.SVR, List.of("example.com"),
					"", status, null, 12, appliedAt, Project.DEFAULT, null);
			for (boolean bound : new boolean[] { true, false }) {
				boolean allowed = dashboard
					.decide(listed(product, status, appliedAt), bound ? BOUND : TestCertificates.usedBy(), NOW)
					.isAllowed();
				assertThat(allowed).as("applied %s ago, bound: %s", age, bound)
					.isEqualTo(cloud.refusal(held, bound, NOW) == null);
			}
		}
	}

	static Stream<Arguments> cases() {
		return Stream.of(Plan.values())
			.map((plan) -> new Product(null, plan, Grade.DV, "", "", ""))
			.flatMap((product) -> IntStream.concat(IntStream.rangeClosed(-1, 16), IntStream.of(42))
				.boxed()
				.flatMap((status) -> Stream.of(true, false).map((lenient) -> Arguments.of(product, status, lenient))));
	}

	private static dev.certdeck.certificate.Certificate listed(Product product, int status, Instant appliedAt) {
		return TestCertificates.certificate("abcdefgh")
			.plan(dev.certdeck.certificate.Plan.valueOf(product.plan().name()))
			.status(status)
			.appliedAt(appliedAt)
			.build();
	}

}
