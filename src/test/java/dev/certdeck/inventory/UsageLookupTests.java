package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Found;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsageLookup}.
 */
class UsageLookupTests {

	private static final CertificateId A = new CertificateId("a");

	private static final CertificateId B = new CertificateId("b");

	private static final Function<CertificateId, @Nullable Usage> NOTHING = (id) -> null;

	private static final Found CLB_ALONE = Found.of(Set.of(BindingKind.CLB), List.of());

	private static final Binding CLB = TestCertificates.binding(BindingKind.CLB, "lb-1");

	private static final Binding CDN = TestCertificates.binding(BindingKind.CDN, "www.example.com");

	private static final Binding BM = TestCertificates.binding(BindingKind.BM, "bm-1");

	@Test
	void mergesWhatAllSourcesFound() {
		Map<CertificateId, Usage> usages = of(new FakeBindingSource(BindingKind.CLB, BindingKind.BM).bind("a", CLB, BM),
				new FakeBindingSource(BindingKind.CDN).bind("a", CDN));
		assertThat(usages).containsOnlyKeys(A, B);
		assertThat(usages.get(A).bindings()).containsExactlyInAnyOrder(CLB, BM, CDN);
		assertThat(usages.get(A).asOf()).isEqualTo(TestCertificates.NOW);
		assertThat(usages.get(B)).isEqualTo(TestCertificates.usedBy());
	}

	@Test
	void failingSourceLeavesOnlyItsKindsUnknown() {
		FakeBindingSource failing = new FakeBindingSource(BindingKind.CLB, BindingKind.BM);
		failing.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.THROTTLED, false);
		};
		Map<CertificateId, Usage> usages = of(failing, new FakeBindingSource(BindingKind.CDN).bind("a", CDN));
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.BOUND);
		assertThat(usages.get(A).bindings()).containsExactly(CDN);
		assertThat(usages.get(B).state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(usages.get(B).unknown()).containsOnlyKeys(BindingKind.CLB, BindingKind.BM)
			.containsEntry(BindingKind.BM, "Action on wss.example.com failed: out of order");
	}

	@Test
	void sourceThatBreaksInAnUnforeseenWayIsUnknownToo() {
		FakeBindingSource broken = new FakeBindingSource(BindingKind.CDN);
		broken.onCall = () -> {
			throw new IllegalStateException("words of a library");
		};
		assertThat(of(broken).get(A).unknown()).containsOnlyKeys(BindingKind.CDN)
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
		assertThat(lookup(new FakeBindingSource(BindingKind.BM), new FakeBindingSource(BindingKind.CDN)).kinds())
			.containsExactly(BindingKind.CDN, BindingKind.BM);
	}

	@Test
	void usageIsAsOldAsTheOldestAnswer() {
		Instant before = TestCertificates.NOW.minusSeconds(600);
		FakeBindingSource remembering = new FakeBindingSource(BindingKind.CLB).find("a",
				new Found(List.of(CLB), Set.of(BindingKind.CLB), Map.of(), before));
		Map<CertificateId, Usage> usages = of(remembering, new FakeBindingSource(BindingKind.CDN).bind("a", CDN));
		assertThat(usages.get(A).asOf()).isEqualTo(before);
		assertThat(usages.get(B).asOf()).isEqualTo(TestCertificates.NOW);
	}

	@Test
	void kindThatASourceDoesNotKnowOfOneCertificateIsUnknownOfThatOneAlone() {
		FakeBindingSource partly = new FakeBindingSource(BindingKind.CLB, BindingKind.WAF).find("a",
				new Found(List.of(), Set.of(BindingKind.CLB), Map.of(BindingKind.WAF, "timeout"), null));
		Map<CertificateId, Usage> usages = of(partly);
		assertThat(usages.get(A).unknown()).containsExactly(Map.entry(BindingKind.WAF, "timeout"));
		assertThat(usages.get(B).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void certificateThatAnAnswerLeavesOutIsNotKnown() {
		FakeBindingSource silent = new FakeBindingSource(BindingKind.CLB) {

			@Override
			public Map<CertificateId, Found> survey(Collection<CertificateId> certificates, boolean fresh) {
				return Map.of(A, Found.of(kinds(), List.of()));
			}

		};
		Map<CertificateId, Usage> usages = of(silent);
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(usages.get(B).unknown()).containsOnlyKeys(BindingKind.CLB);
		assertThat(lookup(silent).inspect(B, Look.THOROUGH, null).unknown()).containsOnlyKeys(BindingKind.CLB);
	}

	@Test
	void kindOfWhichNoAnswerSaysAnythingIsUncoveredAndNothingElse() {
		FakeBindingSource partly = new FakeBindingSource(BindingKind.CLB, BindingKind.SCF, BindingKind.OTHER)
			.find("a", CLB_ALONE)
			.find("b", CLB_ALONE);
		UsageSurvey survey = lookup(partly, new FakeBindingSource(BindingKind.CDN)).survey(Set.of(A, B), NOTHING);
		assertThat(survey.uncovered()).containsExactly(BindingKind.SCF);
		assertThat(survey.usages().get(A).state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(lookup(partly).survey(Set.of(), NOTHING).uncovered()).isEmpty();
	}

	@Test
	void useOfAKindOfWhichASourceSaysNothingMoreIsUnconfirmed() {
		FakeBindingSource silent = cached();
		silent.find("a", Found.of(Set.of(), List.of()));
		silent.fresh.put(A, Found.of(Set.of(), List.of()));
		Usage before = TestCertificates.usedBy(CLB);
		Usage surveyed = lookup(silent).survey(Set.of(A), Map.of(A, before)::get).usages().get(A);
		assertThat(surveyed.state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(lookup(silent).inspect(A, Look.THOROUGH, before).state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(lookup(silent).inspect(A, Look.THOROUGH, surveyed).state()).isEqualTo(Usage.State.UNCONFIRMED);
	}

	@Test
	void remembersNoDropUntilTheCloudHasLookedItself() {
		FakeBindingSource cached = cached();
		cached.fresh.put(A, Found.of(Set.of(BindingKind.CLB), List.of(CLB)));
		Map<CertificateId, Usage> before = Map.of(A, TestCertificates.usedBy(CLB), B, TestCertificates.usedBy());
		Map<CertificateId, Usage> usages = lookup(cached).survey(Set.of(A, B), before::get).usages();
		assertThat(cached.lookedFor).containsExactly(A);
		assertThat(usages.get(A).bindings()).containsExactly(CLB);
	}

	@Test
	void dropThatTheCloudConfirmsIsADrop() {
		FakeBindingSource cached = cached();
		Map<CertificateId, Usage> usages = lookup(cached)
			.survey(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get)
			.usages();
		assertThat(cached.lookedFor).containsExactly(A);
		assertThat(usages.get(A).state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void dropThatTheCloudCanNotConfirmLeavesTheUseUnconfirmed() {
		FakeBindingSource cached = cached();
		cached.fresh.put(A, Found.unknown(Set.of(BindingKind.CLB), "timeout"));
		Usage usage = lookup(cached).survey(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get).usages().get(A);
		assertThat(usage.state()).isEqualTo(Usage.State.UNCONFIRMED);
		assertThat(usage.unconfirmed().get(BindingKind.CLB).bindings()).containsExactly(CLB);
	}

	@Test
	void sourceThatAnswersWhenItIsAskedIsBelievedAtOnce() {
		FakeBindingSource live = new FakeBindingSource(BindingKind.CLB);
		assertThat(lookup(live).survey(Set.of(A), Map.of(A, TestCertificates.usedBy(CLB))::get).usages().get(A).state())
			.isEqualTo(Usage.State.UNBOUND);
		assertThat(live.lookedFor).isEmpty();
	}

	private static FakeBindingSource cached() {
		FakeBindingSource cached = new FakeBindingSource(BindingKind.CLB);
		cached.cached = true;
		return cached;
	}

	@Test
	void countStaysWhereFewerAreNamed() {
		FakeBindingSource named = new FakeBindingSource(BindingKind.CLB);
		Usage counted = TestCertificates.usedBy(Binding.unnamed(BindingKind.CLB, "clb", "gz", 3));
		assertThat(lookup(named).named(A, counted)).isEqualTo(counted);
		named.bind("a", CLB);
		assertThat(lookup(named).named(A, counted)).isEqualTo(counted);
	}

	@Test
	void namesOnlyWhatIsCountedAndAsksOnlyItsSource() {
		FakeBindingSource named = new FakeBindingSource(BindingKind.CLB).bind("a", CLB);
		FakeBindingSource other = new FakeBindingSource(BindingKind.CDN);
		other.onCall = () -> {
			throw new IllegalStateException("Nobody needs to be asked");
		};
		Usage counted = TestCertificates.usedBy(Binding.unnamed(BindingKind.CLB, "clb", "gz", 1), CDN);
		assertThat(lookup(named, other).named(A, counted).bindings()).containsExactlyInAnyOrder(CDN, CLB);
	}

	@Test
	void countsStayWhereTheNamesCanNotBeHad() {
		FakeBindingSource away = new FakeBindingSource(BindingKind.CLB);
		away.onCall = () -> {
			throw TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		};
		Usage counted = TestCertificates.usedBy(Binding.unnamed(BindingKind.CLB, "clb", "gz", 3));
		assertThat(lookup(away).named(A, counted)).isEqualTo(counted);
	}

	private static Map<CertificateId, Usage> of(FakeBindingSource... sources) {
		return lookup(sources).survey(Set.of(A, B), NOTHING).usages();
	}

	private static UsageLookup lookup(FakeBindingSource... sources) {
		List<BindingSource> all = Stream.<BindingSource>of(sources).toList();
		return new UsageLookup(all, Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC));
	}

}
