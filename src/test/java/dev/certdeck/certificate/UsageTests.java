package dev.certdeck.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Usage}.
 */
class UsageTests {

	private static final Binding CLB = TestCertificates.binding(BindingKind.CLB, "lb-1");

	private static final Binding CDN = TestCertificates.binding(BindingKind.CDN, "www.example.com");

	@Test
	void isUnboundOnlyIfEverythingIsKnown() {
		assertThat(TestCertificates.usedBy().state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(TestCertificates.notKnown(Set.of(BindingKind.BM)).state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(TestCertificates.notKnown().state()).isEqualTo(Usage.State.UNKNOWN);
	}

	@Test
	void oneKnownBindingOutweighsWhatIsNotKnown() {
		assertThat(TestCertificates.usedBy(CLB).state()).isEqualTo(Usage.State.BOUND);
		assertThat(TestCertificates.notKnown(Set.of(BindingKind.CDN), CLB).state()).isEqualTo(Usage.State.BOUND);
	}

	@Test
	void countsByKind() {
		Usage usage = TestCertificates.usedBy(CLB, CDN, TestCertificates.binding(BindingKind.CLB, "lb-2"));
		assertThat(usage.count(BindingKind.CLB)).isEqualTo(2);
		assertThat(usage.count(BindingKind.CDN)).isEqualTo(1);
		assertThat(usage.count(BindingKind.BM)).isZero();
	}

	@Test
	void unknownNamesEachKindWithTheCause() {
		Usage usage = Usage.unknown(Set.of(BindingKind.CLB, BindingKind.BM), "switched", TestCertificates.NOW);
		assertThat(usage.unknown()).isEqualTo(Map.of(BindingKind.CLB, "switched", BindingKind.BM, "switched"));
		assertThat(usage.bindings()).isEmpty();
		assertThat(usage.asOf()).isEqualTo(TestCertificates.NOW);
	}

	@Test
	void doesNotChangeAfterwards() {
		List<Binding> bindings = new ArrayList<>(List.of(CLB));
		Usage usage = new Usage(bindings, Map.of(), TestCertificates.NOW);
		bindings.clear();
		assertThat(usage.state()).isEqualTo(Usage.State.BOUND);
	}

}
