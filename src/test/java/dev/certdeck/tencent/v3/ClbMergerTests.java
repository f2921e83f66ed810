package dev.certdeck.tencent.v3;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.ResourceType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClbMerger}.
 */
class ClbMergerTests {

	private static final Instant AS_OF = Instant.parse("2026-11-25T04:00:00Z");

	private static final Listener WEB = new Listener("lbl-1", "web", 0);

	private static final Listener WEB_WITH_PORT = new Listener("lbl-1", "web", 443);

	private static final Listener ADMIN = new Listener("lbl-2", "admin", 8443);

	@Test
	void loadBalancerThatBothKnowStandsOnceWithThePorts() {
		Bindings merged = ClbMerger.merge(searched(clb("lb-1", "gz", WEB)),
				told(clb("lb-1", "gz", WEB_WITH_PORT, ADMIN)));
		assertThat(merged.bindings()).containsExactly(clb("lb-1", "gz", WEB_WITH_PORT, ADMIN));
		assertThat(merged.asOf()).isEqualTo(AS_OF);
	}

	@Test
	void eachKeepsWhatTheOtherDoesNotKnow() {
		Binding cdn = new Binding(ResourceType.CDN, "www.example.com", "", "", List.of());
		Bindings merged = ClbMerger.merge(searched(clb("lb-1", "gz", WEB), cdn), told(clb("lb-2", "sh", ADMIN)));
		assertThat(merged.bindings()).containsExactlyInAnyOrder(clb("lb-1", "gz", WEB), clb("lb-2", "sh", ADMIN), cdn);
	}

	@Test
	void loadBalancersThatWereOnlyCountedAreTakenForThoseThatAreNamed() {
		Bindings searched = searched(clb("lb-1", "gz", WEB), counted("gz", 2), counted("sh", 1), counted("bj", 3));
		Bindings told = told(clb("lb-1", "gz", WEB_WITH_PORT), clb("lb-2", "gz", ADMIN), clb("lb-3", "sh"),
				clb("lb-4", "sh"));
		assertThat(ClbMerger.merge(searched, told).bindings()).containsExactlyInAnyOrder(
				clb("lb-1", "gz", WEB_WITH_PORT), clb("lb-2", "gz", ADMIN), clb("lb-3", "sh"), clb("lb-4", "sh"),
				counted("gz", 1), counted("bj", 3));
	}

	@Test
	void countOfAnotherProductIsLeftAlone() {
		Binding waf = Binding.unnamed(ResourceType.WAF, "", "gz", 1);
		assertThat(ClbMerger.merge(searched(waf), told(clb("lb-1", "gz", WEB))).bindings())
			.containsExactly(clb("lb-1", "gz", WEB), waf);
	}

	@Test
	void nameAndListenersThatOnlyTheSearchKnowsAreKept() {
		Binding unnamed = new Binding(ResourceType.CLB, "lb-1", "", "gz", List.of(ADMIN));
		assertThat(ClbMerger.merge(searched(clb("lb-1", "gz", WEB)), told(unnamed)).bindings())
			.containsExactly(clb("lb-1", "gz", WEB, ADMIN));
	}

	@Test
	void whatOneCouldNotFindOutIsNotKnown() {
		Bindings searched = new Bindings(List.of(), Set.of(ResourceType.WAF),
				Map.of(ResourceType.CLB, "timeout", ResourceType.CDN, "broken"), AS_OF);
		Bindings failed = Bindings.unknown(Set.of(ResourceType.CLB), "no permission");
		assertThat(ClbMerger.merge(searched, failed).unknown())
			.containsOnly(Map.entry(ResourceType.CLB, "timeout; no permission"), Map.entry(ResourceType.CDN, "broken"));
		assertThat(ClbMerger.merge(searched, told())).isEqualTo(searched);
		assertThat(ClbMerger.merge(searched(clb("lb-1", "gz", WEB)), failed)).isEqualTo(
				new Bindings(List.of(clb("lb-1", "gz", WEB)), Set.of(ResourceType.CDN), failed.unknown(), AS_OF));
	}

	private static Bindings searched(Binding... bindings) {
		return new Bindings(List.of(bindings), Set.of(ResourceType.CLB, ResourceType.CDN), Map.of(), AS_OF);
	}

	private static Bindings told(Binding... bindings) {
		return Bindings.of(Set.of(ResourceType.CLB), List.of(bindings));
	}

	private static Binding clb(String id, String region, Listener... listeners) {
		return new Binding(ResourceType.CLB, id, "front", region, List.of(listeners));
	}

	private static Binding counted(String region, int count) {
		return Binding.unnamed(ResourceType.CLB, "", region, count);
	}

}
