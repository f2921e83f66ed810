package dev.certdeck.sandbox.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.CdnHost;
import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Holdings;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.cloud.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDataTests {

	private static final Instant START = Instant.parse("2026-06-01T12:34:56Z");

	private final Holdings data = SampleData.create(150, false, START);

	@Test
	void sameNumberAndStartGiveTheSameData() {
		Holdings again = SampleData.create(150, false, START);
		assertThat(again.certificates()).isEqualTo(this.data.certificates());
		assertThat(again.bindings().cdnHosts()).isEqualTo(this.data.bindings().cdnHosts());
		assertThat(loadBalancers(again)).isEqualTo(loadBalancers(this.data));
		assertThat(again.ids().next()).isEqualTo(this.data.ids().next());
	}

	@ParameterizedTest
	@ValueSource(ints = { 60, 150 })
	void everyStatusAndPlanAppears(int count) {
		List<HeldCertificate> certificates = SampleData.create(count, false, START).certificates();
		assertThat(certificates).extracting((certificate) -> certificate.statusAt(START))
			.containsAll(IntStream.rangeClosed(0, 10).boxed().toList())
			.contains(42);
		assertThat(EnumSet.copyOf(certificates.stream().map(HeldCertificate::plan).toList()))
			.isEqualTo(EnumSet.allOf(Plan.class));
	}

	@Test
	void specialCasesAreThere() {
		assertSome((certificate) -> certificate.wildcard());
		assertSome((certificate) -> certificate.domain().startsWith("xn--"));
		assertSome((certificate) -> certificate.names().size() == 100);
		assertSome((certificate) -> certificate.alias().isEmpty());
		assertSome((certificate) -> certificate.alias().contains("<script>"));
		assertSome((certificate) -> certificate.alias().startsWith("="));
		assertSome((certificate) -> certificate.type() == CertificateType.CA);
		assertSome((certificate) -> endsAfter(certificate, Instant.parse("2038-01-19T03:14:07Z")));
		assertSome((certificate) -> endsAfter(certificate, START)
				&& !endsAfter(certificate, START.plus(Duration.ofDays(7))));
		assertSome((certificate) -> pendingFor(certificate, Duration.ofMinutes(30)));
		assertSome((certificate) -> pendingFor(certificate, Duration.ofHours(2)));
	}

	@Test
	void statusAgreesWithValidity() {
		assertThat(this.data.certificates()).allSatisfy((certificate) -> {
			assertThat(certificate.appliedAt()).isBefore(START);
			if (certificate.validity() != null) {
				assertThat(certificate.validity().begin()).isBefore(START).isAfter(certificate.appliedAt());
				assertThat(certificate.status() == Status.EXPIRED).isEqualTo(!endsAfter(certificate, START));
			}
			else {
				assertThat(certificate.status()).isNotIn(Status.APPROVED, Status.EXPIRED, Status.REVOKED);
			}
		});
	}

	@Test
	void certificatesAreUsedByAllKindsAndOneByAllAtOnce() {
		String all = this.data.certificates().get(0).id();
		assertThat(this.data.bindings().loadBalancersUsing(all)).isNotEmpty();
		assertThat(this.data.bindings().cdnHosts()).extracting(CdnHost::certificateId).contains(all).containsNull();
		assertThat(bareMetal()).anyMatch((loadBalancer) -> loadBalancer.certificateIds().anyMatch(all::equals));
	}

	@Test
	void onlyHeldCertificatesAreUsed() {
		Set<String> held = new HashSet<>(this.data.certificates().stream().map(HeldCertificate::id).toList());
		assertThat(held).hasSize(150);
		assertThat(Stream.concat(loadBalancers(this.data).stream(), bareMetal().stream())
			.flatMap(LoadBalancer::certificateIds)).allMatch(held::contains);
		assertThat(this.data.bindings().cdnHosts().stream().map(CdnHost::certificateId).filter(Objects::nonNull))
			.allMatch(held::contains);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 10, 47, 61 })
	void anyNumberIsMadeExactly(int count) {
		assertThat(SampleData.create(count, false, START).certificates()).hasSize(count);
	}

	@Test
	void hundredThousandHaveNamesOfTheirOwnAndModerateBindings() {
		Holdings large = SampleData.create(100_000, false, START);
		assertThat(large.certificates()).hasSize(100_000).extracting(HeldCertificate::domain).doesNotHaveDuplicates();
		assertThat(large.bindings().cdnHosts()).hasSizeBetween(1000, 20_000);
		assertThat(loadBalancers(large)).hasSizeBetween(500, 20_000);
	}

	private static List<LoadBalancer> loadBalancers(Holdings data) {
		return Region.ALL.stream().flatMap((region) -> data.bindings().loadBalancersIn(region).stream()).toList();
	}

	private List<LoadBalancer> bareMetal() {
		return Region.ALL.stream().flatMap((region) -> this.data.bindings().bareMetalIn(region).stream()).toList();
	}

	private void assertSome(Predicate<HeldCertificate> condition) {
		assertThat(this.data.certificates()).anyMatch(condition);
	}

	private static boolean endsAfter(HeldCertificate certificate, Instant time) {
		return certificate.validity() != null && certificate.validity().end().isAfter(time);
	}

	private static boolean pendingFor(HeldCertificate certificate, Duration age) {
		return certificate.status() == Status.VERIFYING && certificate.plan() == Plan.FREE
				&& certificate.appliedAt().equals(START.minus(age));
	}

}
