package dev.certdeck.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsageFailure}.
 */
class UsageFailureTests {

	@Test
	void gathersKindsAndCertificatesByCause() {
		Entry one = entry("a", Map.of(BindingKind.CLB, "timeout", BindingKind.WAF, "timeout", BindingKind.BM, "away"));
		Entry other = entry("b", Map.of(BindingKind.CDN, "timeout"));
		assertThat(UsageFailure.of(List.of(one, other, entry("c", Map.of())))).containsExactlyInAnyOrder(
				new UsageFailure("timeout", Set.of(BindingKind.CLB, BindingKind.WAF, BindingKind.CDN), 2),
				new UsageFailure("away", Set.of(BindingKind.BM), 1));
	}

	private static Entry entry(String id, Map<BindingKind, String> unknown) {
		return new Entry(TestCertificates.certificate(id).build(), new Usage(List.of(), unknown, TestCertificates.NOW));
	}

}
