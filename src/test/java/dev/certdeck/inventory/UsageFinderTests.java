package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsageFinder}.
 */
class UsageFinderTests {

	private static final CertificateId A = new CertificateId("a");

	private static final CertificateId B = new CertificateId("b");

	private static final Function<CertificateId, @Nullable Usage> NOTHING = (id) -> null;

	private static final Bindings CLB_ALONE = Bindings.of(Set.of(ResourceType.CLB), List.of());

	private static final Binding CLB = TestCertificates.binding(ResourceType.CLB, "lb-1");

	private static final Binding LISTENING = new Binding(ResourceType.CLB, "lb-1", "", "ap-guangzhou",
			List.of(new Binding.Listener("lbl-1", "", 443)));

	private static final Binding CDN = TestCertificates.binding(ResourceType.CDN, "www.example.com");

	private static final Binding BM = TestCertificates.binding(ResourceType.BM, "bm-1");

	@Test
	void mergesWhatAllSourcesFound() {
		Map<CertificateId, Usage> usages = of(
				new FakeBindingSource(ResourceType.CLB, ResourceType.BM).bind("a", CLB, BM),
				new FakeBindingSource(ResourceType.CDN).bind("a", CDN));
		assertThat(usages).containsOnlyKeys(A, B);
		assertThat(usages.get(A).bindings()).containsExactlyInAnyOrder(CLB, BM, CDN);
		assertThat(usages.get(A).asOf()).isEqualTo(TestCertificates.NOW);
		assertThat(usages.get(B)).isEqualTo(TestCertificates.usedBy());
	}

	@Test
	void failingSourceLeavesOnlyItsKindsUnknown() {
		FakeBindingSource failing = new FakeBindingSource(ResourceType.CLB, ResourceType.BM);
		failing.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.THROTTLED, false);
		};
		Map<CertificateId, Usage> usages = of(failing, new FakeBindingSource(ResourceType.CDN).bind("a", CDN));
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.BOUND);
		assertThat(usages.get(A).bindings()).containsExactly(CDN);
		assertThat(usages.get(B).state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(usages.get(B).unknown()).containsOnlyKeys(ResourceType.CLB, ResourceType.BM)
			.containsEntry(ResourceType.BM, "Action on wss.example.com failed: out of order");
	}

	@Test
	void sourceThatBreaksInAnUnforeseenWayIsUnknownToo() {
		FakeBindingSource broken = new FakeBindingSource(ResourceType.CDN);
		broken.onCall = () -> {
			throw new IllegalStateException("words of a library");
		};
		assertThat(of(broken).get(A).unknown()).containsOnlyKeys(ResourceType.CDN)
			.doesNotContainValue("words of a library");
	}

	@Test
	void withoutSourcesNothingIsAskedAndNothingUnknown() {
		assertThat(of())
			.containsExactlyInAnyOrderEntriesOf(Map.of(A, TestCertificates.usedBy(), B, TestCertificates.usedBy()));
		assertThat(lookup().kinds()).isEmpty();
	}

	@Test
	void coversTheKindsOfAllSources() {
		assertThat(lookup(new FakeBindingSource(ResourceType.BM), new FakeBindingSource(ResourceType.CDN)).kinds())
			.containsExactly(ResourceType.CDN, ResourceType.BM);
	}

	@Test
	void useByListenersThatTheCloudPassesOverIsSearchedForMoreClosely() {
		FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);
		source.cached = true;
		source.thorough.put(A, Bindings.of(Set.of(ResourceType.CLB), List.of(LISTENING)));
		Usage used = TestCertificates.usedBy(LISTENING);
		Map<CertificateId, Usage> usages = lookup(source).findAll(List.of(A, B), (id) -> used).usages();
		assertThat(usages.get(A).bindings()).containsExactly(LISTENING);
		assertThat(usages.get(B).state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(source.searchedFor).containsExactly(A, B);
	}

	@Test
	void useWithoutListenersIsNotSearchedForMoreClosely() {
		FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);
		source.cached = true;
		Usage used = TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-2"));
		assertThat(lookup(source).findAll(List.of(A), (id) -> used).usages().get(A).state())
			.isEqualTo(Usage.State.UNBOUND);
		source.cached = false;
		lookup(source).findAll(List.of(A), (id) -> TestCertificates.usedBy(LISTENING));
		assertThat(source.searchedFor).isEmpty();
	}

	@Test
	void ofManyOnlyAFewAreSearchedForAndTheOthersAreNotKnown() {
		FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);
		source.cached = true;
		List<CertificateId> many = IntStream.range(0, 30)
			.mapToObj((number) -> new CertificateId("id-" + number))
			.toList();
		Collection<Usage> usages = lookup(source).findAll(many, (id) -> TestCertificates.usedBy(LISTENING))
			.usages()
			.values();
		assertThat(source.searchedFor).hasSize(10);
		assertThat(usages).filteredOn((usage) -> usage.state() == Usage.State.UNBOUND).hasSize(10);
		assertThat(usages).filteredOn((usage) -> usage.state() == Usage.State.UNCONFIRMED).hasSize(20);
	}

	@Test
	void usageIsAsOldAsTheOldestAnswer() {
		Instant before = TestCertificates.NOW.minusSeconds(600);
		FakeBindingSource remembering = new FakeBindingSource(ResourceType.CLB).find("a",
				new Bindings(List.of(CLB), Set.of(ResourceType.CLB), Map.of(), before));
		Map<CertificateId, Usage> usages = of(remembering, new FakeBindingSource(ResourceType.CDN).bind("a", CDN));
		assertThat(usages.get(A).asOf()).isEqualTo(before);
		assertThat(usages.get(B).asOf()).isEqualTo(TestCertificates.NOW);
	}

	@Test
	void kindThatASourceDoesNotKnowOfOneCertificateIsUnknownOfThatOneAlone() {
		FakeBindingSource partly = new FakeBindingSource(ResourceType.CLB, ResourceType.WAF).find("a",
				new Bindings(List.of(), Set.of(ResourceType.CLB), Map.of(ResourceType.WAF, "timeout"), null));
		Map<CertificateId, Usage> usages = of(partly);
		assertThat(usages.get(A).unknown()).containsExactly(Map.entry(ResourceType.WAF, "timeout"));
		assertThat(usages.get(B).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void certificateThatAnAnswerLeavesOutIsNotKnown() {
		FakeBindingSource silent = new FakeBindingSource(ResourceType.CLB) {

			@Override
			public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
				return Map.of(A, Bindings.of(kinds(), List.of()));
			}

		};
		Map<CertificateId, Usage> usages = of(silent);
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(usages.get(B).unknown()).containsOnlyKeys(ResourceType.CLB);
		assertThat(lookup(silent).find(B, Look.THOROUGH, null).unknown()).containsOnlyKeys(ResourceType.CLB);
	}

	@Test
	void kindOfWhichNoAnswerSaysAnythingIsUncoveredAndNothingElse() {
		FakeBindingSource partly = new FakeBindingSource(ResourceType.CLB, ResourceType.SCF, ResourceType.OTHER)
			.find("a", CLB_ALONE)
			.find("b", CLB_ALONE);
		UsageSurvey survey = lookup(partly, new FakeBindingSource(ResourceType.CDN)).findAll(Set.of(A, B), NOTHING);
		assertThat(survey.uncovered()).containsExactly(ResourceType.SCF);
		assertThat(survey.usages().get(A).state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(lookup(partly).findAll(Set.of(), NOTHING).uncovered()).isEmpty();
	}

	@Test
	void useOfAKindOfWhichASourceSaysNothingMoreIsUnconfirmed() {
		FakeBindingSource silent = cached();
		silent.find("a", Bindings.of(Set.of(), List.of()));
		silent.fresh.put(A, Bindings.of(Set.of(), List.of()));
		Usage before = TestCertificates.usedBy(CLB);
		Usage surveyed = lookup(silent).findAll(Set.of(A), Map.of(A, before)::get).usages().get(A);
		assertThat(surveyed.state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(lookup(silent).find(A, Look.THOROUGH, before).state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(lookup(silent).find(A, Look.THOROUGH, surveyed).state()).isEqualTo(Usage.State.UNCONFIRMED);
	}

	@Test
	void remembersNoDropUntilTheCloudHasLookedItself() {
		FakeBindingSource cached = cached();
		cached.fresh.put(A, Bindings.of(Set.of(ResourceType.CLB), List.of(CLB)));
		Map<CertificateId, Usage> before = Map.of(A, TestCertificates.usedBy(CLB), B, TestCertificates.usedBy());
		Map<CertificateId, Usage> usages = lookup(cached).findAll(Set.of(A, B), before::get).usages();
		assertThat(cached.lookedFor).containsExactly(A);
		assertThat(usages.get(A).bindings()).containsExactly(CLB);
	}

	@Test
	void dropThatTheCloudConfirmsIsADrop() {
		FakeBindingSource cached = cached();
		Map<CertificateId, Usage> usages = lookup(cached)
			.findAll(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get)
			.usages();
		assertThat(cached.lookedFor).containsExactly(A);
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void dropThatTheCloudCanNotConfirmLeavesTheUseUnconfirmed() {
		FakeBindingSource cached = cached();
		cached.fresh.put(A, Bindings.unknown(Set.of(ResourceType.CLB), "timeout"));
		Usage usage = lookup(cached).findAll(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get).usages().get(A);
		assertThat(usage.state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(usage.unconfirmed().get(ResourceType.CLB).bindings()).containsExactly(CLB);
	}

	@Test
	void sourceThatAnswersWhenItIsAskedIsBelievedAtOnce() {
		FakeBindingSource live = new FakeBindingSource(ResourceType.CLB);
		assertThat(
				lookup(live).findAll(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get).usages().get(A).state())
			.isEqualTo(Usage.State.UNBOUND);
		assertThat(live.lookedFor).isEmpty();
	}

	private static FakeBindingSource cached() {
		FakeBindingSource cached = new FakeBindingSource(ResourceType.CLB);
		cached.cached = true;
		return cached;
	}

	@Test
	void countStaysWhereFewerAreNamed() {
		FakeBindingSource named = new FakeBindingSource(ResourceType.CLB);
		Usage counted = TestCertificates.usedBy(Binding.unnamed(ResourceType.CLB, "clb", "gz", 3));
		assertThat(lookup(named).named(A, counted)).isEqualTo(counted);
		named.bind("a", CLB);
		assertThat(lookup(named).named(A, counted)).isEqualTo(counted);
	}

	@Test
	void namesOnlyWhatIsCountedAndAsksOnlyItsSource() {
		FakeBindingSource named = new FakeBindingSource(ResourceType.CLB).bind("a", CLB);
		FakeBindingSource other = new FakeBindingSource(ResourceType.CDN);
		other.onCall = () -> {
			throw new IllegalStateException("Nobody needs to be asked");
		};
		Usage counted = TestCertificates.usedBy(Binding.unnamed(ResourceType.CLB, "clb", "gz", 1), CDN);
		assertThat(lookup(named, other).named(A, counted).bindings()).containsExactlyInAnyOrder(CDN, CLB);
	}

	@Test
	void countsStayWhereTheNamesCanNotBeHad() {
		FakeBindingSource away = new FakeBindingSource(ResourceType.CLB);
		away.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		};
		Usage counted = TestCertificates.usedBy(Binding.unnamed(ResourceType.CLB, "clb", "gz", 3));
		assertThat(lookup(away).named(A, counted)).isEqualTo(counted);
	}

	private static Map<CertificateId, Usage> of(FakeBindingSource... sources) {
		return lookup(sources).findAll(Set.of(A, B), NOTHING).usages();
	}

	private static UsageFinder lookup(FakeBindingSource... sources) {
		List<BindingSource> all = Stream.<BindingSource>of(sources).toList();
		return new UsageFinder(all, Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC));
	}

}
