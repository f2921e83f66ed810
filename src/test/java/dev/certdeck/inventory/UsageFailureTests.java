package dev.certdeck.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.ResourceType;
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
		Entry one = entry("a",
				Map.of(ResourceType.CLB, "timeout", ResourceType.WAF, "timeout", ResourceType.BM, "away"));
		Entry other = entry("b", Map.of(ResourceType.CDN, "timeout"));
		assertThat(UsageFailure.of(List.of(one, other, entry("c", Map.of())))).containsExactlyInAnyOrder(
				new UsageFailure("timeout", Set.of(ResourceType.CLB, ResourceType.WAF, ResourceType.CDN), 2),
				new UsageFailure("away", Set.of(ResourceType.BM), 1));
	}

	private static Entry entry(String id, Map<ResourceType, String> unknown) {
		return new Entry(TestCertificates.certificate(id).build(), new Usage(List.of(), unknown, TestCertificates.NOW));
	}

}
