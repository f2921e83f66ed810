package dev.certdeck.tencent.v3;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource.Found;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClbFinds}.
 */
class ClbFindsTests {

	private static final Instant AS_OF = Instant.parse("2026-11-25T04:00:00Z");

	private static final Listener WEB = new Listener("lbl-1", "web", 0);

	private static final Listener WEB_WITH_PORT = new Listener("lbl-1", "web", 443);

	private static final Listener ADMIN = new Listener("lbl-2", "admin", 8443);

	@Test
	void loadBalancerThatBothKnowStandsOnceWithThePorts() {
		Found merged = ClbFinds.merge(searched(clb("lb-1", "gz", WEB)), told(clb("lb-1", "gz", WEB_WITH_PORT, ADMIN)));
		assertThat(merged.bindings()).containsExactly(clb("lb-1", "gz", WEB_WITH_PORT, ADMIN));
		assertThat(merged.asOf()).isEqualTo(AS_OF);
	}

	@Test
	void eachKeepsWhatTheOtherDoesNotKnow() {
		Binding cdn = new Binding(BindingKind.CDN, "www.example.com", "", "", List.of());
		Found merged = ClbFinds.merge(searched(clb("lb-1", "gz", WEB), cdn), told(clb("lb-2", "sh", ADMIN)));
		assertThat(merged.bindings()).containsExactlyInAnyOrder(clb("lb-1", "gz", WEB), clb("lb-2", "sh", ADMIN), cdn);
	}

	@Test
	void loadBalancersThatWereOnlyCountedAreTakenForThoseThatAreNamed() {
		Found searched = searched(clb("lb-1", "gz", WEB), counted("gz", 2), counted("sh", 1), counted("bj", 3));
		Found told = told(clb("lb-1", "gz", WEB_WITH_PORT), clb("lb-2", "gz", ADMIN), clb("lb-3", "sh"),
				clb("lb-4", "sh"));
		assertThat(ClbFinds.merge(searched, told).bindings()).containsExactlyInAnyOrder(
				clb("lb-1", "gz", WEB_WITH_PORT), clb("lb-2", "gz", ADMIN), clb("lb-3", "sh"), clb("lb-4", "sh"),
				counted("gz", 1), counted("bj", 3));
	}

	@Test
	void countOfAnotherProductIsLeftAlone() {
		Binding waf = Binding.unnamed(BindingKind.WAF, "", "gz", 1);
		assertThat(ClbFinds.merge(searched(waf), told(clb("lb-1", "gz", WEB))).bindings())
			.containsExactly(clb("lb-1", "gz", WEB), waf);
	}

	@Test
	void nameAndListenersThatOnlyTheSearchKnowsAreKept() {
		Binding unnamed = new Binding(BindingKind.CLB, "lb-1", "", "gz", List.of(ADMIN));
		assertThat(ClbFinds.merge(searched(clb("lb-1", "gz", WEB)), told(unnamed)).bindings())
			.containsExactly(clb("lb-1", "gz", WEB, ADMIN));
	}

	@Test
	void whatOneCouldNotFindOutIsNotKnown() {
		Found searched = new Found(List.of(), Set.of(BindingKind.WAF),
				Map.of(BindingKind.CLB, "timeout", BindingKind.CDN, "broken"), AS_OF);
		Found failed = Found.unknown(Set.of(BindingKind.CLB), "no permission");
		assertThat(ClbFinds.merge(searched, failed).unknown())
			.containsOnly(Map.entry(BindingKind.CLB, "timeout; no permission"), Map.entry(BindingKind.CDN, "broken"));
		assertThat(ClbFinds.merge(searched, told())).isEqualTo(searched);
		assertThat(ClbFinds.merge(searched(clb("lb-1", "gz", WEB)), failed))
			.isEqualTo(new Found(List.of(clb("lb-1", "gz", WEB)), Set.of(BindingKind.CDN), failed.unknown(), AS_OF));
	}

	private static Found searched(Binding... bindings) {
		return new Found(List.of(bindings), Set.of(BindingKind.CLB, BindingKind.CDN), Map.of(), AS_OF);
	}

	private static Found told(Binding... bindings) {
		return Found.of(Set.of(BindingKind.CLB), List.of(bindings));
	}

	private static Binding clb(String id, String region, Listener... listeners) {
		return new Binding(BindingKind.CLB, id, "front", region, List.of(listeners));
	}

	private static Binding counted(String region, int count) {
		return Binding.unnamed(BindingKind.CLB, "", region, count);
	}

}
