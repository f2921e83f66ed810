package dev.certdeck.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Usage}.
 */
class UsageTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final Binding CLB = TestCertificates.binding(ResourceType.CLB, "lb-1");

	private static final Binding CDN = TestCertificates.binding(ResourceType.CDN, "www.example.com");

	@Test
	void isUnboundOnlyIfEverythingIsKnown() {
		assertThat(TestCertificates.usedBy().state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(TestCertificates.notKnown(Set.of(ResourceType.BM)).state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(TestCertificates.notKnown().state()).isEqualTo(Usage.State.UNKNOWN);
	}

	@Test
	void oneKnownBindingOutweighsWhatIsNotKnown() {
		assertThat(TestCertificates.usedBy(CLB).state()).isEqualTo(Usage.State.BOUND);
		assertThat(TestCertificates.notKnown(Set.of(ResourceType.CDN), CLB).state()).isEqualTo(Usage.State.BOUND);
	}

	@Test
	void countsByKind() {
		Usage usage = TestCertificates.usedBy(CLB, CDN, TestCertificates.binding(ResourceType.CLB, "lb-2"));
		assertThat(usage.count(ResourceType.CLB)).isEqualTo(2);
		assertThat(usage.count(ResourceType.CDN)).isEqualTo(1);
		assertThat(usage.count(ResourceType.BM)).isZero();
	}

	@Test
	void unknownNamesEachKindWithTheCause() {
		Usage usage = Usage.unknown(Set.of(ResourceType.CLB, ResourceType.BM), "switched", TestCertificates.NOW);
		assertThat(usage.unknown()).isEqualTo(Map.of(ResourceType.CLB, "switched", ResourceType.BM, "switched"));
		assertThat(usage.bindings()).isEmpty();
		assertThat(usage.asOf()).isEqualTo(TestCertificates.NOW);
	}

	@Test
	void keepsWhatWasLastKnownOfAKindThatIsNotKnownNow() {
		Usage before = usage(NOW.minusSeconds(60), Set.of(), CLB, CDN, CDN);
		Usage now = usage(NOW, Set.of(ResourceType.CDN), CLB).keeping(before);
		assertThat(now.unconfirmed())
			.containsExactly(Map.entry(ResourceType.CDN, new Usage.LastKnown(List.of(CDN, CDN), NOW.minusSeconds(60))));
		assertThat(now.unconfirmed().get(ResourceType.CDN).count()).isEqualTo(2);
		assertThat(now.state()).isEqualTo(Usage.State.BOUND);
	}

	@Test
	void lastKnownUseIsInUseAndUncertain() {
		Usage now = usage(NOW, Set.of(ResourceType.CLB)).keeping(usage(NOW.minusSeconds(60), Set.of(), CLB));
		assertThat(now.state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(now.state().isUsed()).isTrue();
		assertThat(now.state().isUncertain()).isTrue();
	}

	@Test
	void lastKnownUseStaysThatOfItsOwnTimeUntilTheKindIsKnown() {
		Usage known = usage(NOW.minusSeconds(120), Set.of(), CLB);
		Usage lost = usage(NOW.minusSeconds(60), Set.of(ResourceType.CLB)).keeping(known);
		Usage stillLost = usage(NOW, Set.of(ResourceType.CLB)).keeping(lost);
		assertThat(stillLost.unconfirmed().get(ResourceType.CLB).asOf()).isEqualTo(NOW.minusSeconds(120));
		assertThat(usage(NOW, Set.of()).keeping(stillLost).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void keepsOnlyRegionsThatAreNotKnownNow() {
		Binding beijing = Binding.unnamed(ResourceType.CLB, "clb", "ap-beijing", 2);
		Binding guangzhou = Binding.unnamed(ResourceType.CLB, "clb", "ap-guangzhou", 3);
		Binding fewer = Binding.unnamed(ResourceType.CLB, "clb", "ap-guangzhou", 1);
		Usage now = usage(NOW, Set.of(ResourceType.CLB), fewer)
			.keeping(usage(NOW.minusSeconds(60), Set.of(), beijing, guangzhou));
		assertThat(now.unconfirmed().get(ResourceType.CLB).bindings()).containsExactly(beijing);
		Usage allLost = usage(NOW.plusSeconds(60), Set.of(ResourceType.CLB)).keeping(now);
		assertThat(allLost.unconfirmed().get(ResourceType.CLB).bindings()).containsExactlyInAnyOrder(beijing, fewer);
	}

	@Test
	void nothingIsKeptOfAKindThatWasNotInUse() {
		Usage now = usage(NOW, Set.of(ResourceType.BM)).keeping(usage(NOW.minusSeconds(60), Set.of(), CLB));
		assertThat(now.unconfirmed()).isEmpty();
		assertThat(now.state()).isEqualTo(Usage.State.UNKNOWN);
	}

	@Test
	void dropIsTheFallOfAnyKindToNothing() {
		Usage before = usage(NOW, Set.of(), CLB, CDN);
		assertThat(usage(NOW, Set.of(), CLB).isDropOf(before)).isTrue();
		assertThat(usage(NOW, Set.of(ResourceType.CDN), CLB).isDropOf(before)).isFalse();
		assertThat(usage(NOW, Set.of(), CLB, CDN).isDropOf(before)).isFalse();
		Usage unconfirmed = usage(NOW, Set.of(ResourceType.CLB)).keeping(before);
		assertThat(usage(NOW, Set.of()).isDropOf(unconfirmed)).isTrue();
	}

	private static Usage usage(Instant asOf, Set<ResourceType> unknown, Binding... bindings) {
		return new Usage(List.of(bindings),
				unknown.stream().collect(Collectors.toMap((kind) -> kind, (kind) -> "timeout")), asOf);
	}

	@Test
	void doesNotChangeAfterwards() {
		List<Binding> bindings = new ArrayList<>(List.of(CLB));
		Usage usage = new Usage(bindings, Map.of(), TestCertificates.NOW);
		bindings.clear();
		assertThat(usage.state()).isEqualTo(Usage.State.BOUND);
	}

}
