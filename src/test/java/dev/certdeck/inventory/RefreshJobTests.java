package dev.certdeck.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListRefresh} and {@link UsageRefresh}: when they ask the cloud, and
 * for which certificates.
 */
@Timeout(60)
class RefreshJobTests {

	private static final CertificateId FIRST = new CertificateId("id-00000");

	private static final CertificateId NEW = new CertificateId("new");

	private static final RefreshPlan PLAN = new RefreshPlan(Duration.ofSeconds(60), Duration.ofMinutes(10),
			Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofMinutes(5));

	private final FakeStore store = FakeStore.of(3);

	private final List<String> asked = new ArrayList<>();

	private final FakeBindingSource source = new FakeBindingSource(ResourceType.CLB, ResourceType.CDN) {

		@Override
		public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
			RefreshJobTests.this.asked.add("usage of %d, %s".formatted(certificates.size(), CallCause.current()));
			return super.findAll(certificates, fresh);
		}

	};

	private final SettableClock clock = new SettableClock(TestCertificates.NOW);

	private final Inventory inventory = new Inventory(
			new CloudInventory(this.store, new UsageFinder(List.<BindingSource>of(this.source), this.clock)),
			new TestDatabase().rows(this.clock), PLAN, this.clock, List.of());

	RefreshJobTests() {
		this.store.beforePage = (number) -> this.asked.add("list, " + CallCause.current());
		this.inventory.turn();
	}

	@Test
	void whatIsShownFirstIsReadAsFastAsAClick() {
		assertThat(this.asked).containsExactly("list, PAGE", "usage of 3, PAGE");
	}

	@Test
	void laterRefreshesAreTheBackgrounds() {
		assertThat(askedAfter(Duration.ofMinutes(9))).isEmpty();
		assertThat(askedAfter(Duration.ofMinutes(1))).containsExactly("list, BACKGROUND");
		assertThat(askedAfter(Duration.ofHours(3))).containsExactly("list, BACKGROUND", "usage of 3, BACKGROUND");
	}

	@Test
	void lookMakesWhatIsOldDueAtOnce() {
		this.clock.pass(Duration.ofHours(1));
		this.inventory.turn();
		this.asked.clear();
		this.clock.pass(Duration.ofSeconds(61));
		this.inventory.shared().look(this.clock.instant());
		assertThat(this.inventory.status().isRunning()).as("what is due is about to be read").isTrue();
		assertThat(askedAfter(Duration.ZERO)).containsExactly("list, BACKGROUND", "usage of 3, BACKGROUND");
		assertThat(this.inventory.status().isRunning()).isFalse();
	}

	@Test
	void requestIsAClick() {
		this.inventory.shared().request(true);
		assertThat(askedAfter(Duration.ZERO)).containsExactly("list, PAGE", "usage of 3, PAGE");
		this.inventory.shared().request(false);
		assertThat(askedAfter(Duration.ZERO)).containsExactly("list, PAGE");
	}

	@Test
	void usageOfNewAndChangedCertificatesIsAskedForAtOnce() {
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("list, BACKGROUND", "usage of 1, BACKGROUND");
		assertThat(this.inventory.find(NEW)).map((entry) -> entry.usage().unknown()).contains(Map.of());
		this.store.hold(TestCertificates.certificate(NEW.value()).status(3).build());
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("list, BACKGROUND", "usage of 1, BACKGROUND");
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("list, BACKGROUND");
	}

	@Test
	void whatCouldNotBeFoundOutIsAskedForOnceMore() {
		this.source.find(FIRST.value(), Bindings.unknown(Set.of(ResourceType.CLB), "timeout"));
		this.inventory.shared().request(true);
		askedAfter(Duration.ZERO);
		assertThat(askedAfter(Duration.ofMinutes(5))).containsExactly("usage of 1, BACKGROUND");
		assertThat(askedAfter(Duration.ofMinutes(4))).isEmpty();
	}

	@Test
	void failingListIsTriedAtTheNextTime() {
		failing();
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("failing");
		assertThat(askedAfter(Duration.ofMinutes(9))).isEmpty();
		assertThat(askedAfter(Duration.ofMinutes(1))).containsExactly("failing");
	}

	@Test
	void usageIsNotAskedForWhileTheListCanNotBeRead() {
		failing();
		this.inventory.shared().request(true);
		assertThat(askedAfter(Duration.ZERO)).containsExactly("failing");
		assertThat(this.inventory.shared().state().requests().isUsageWaiting()).as("it has failed").isFalse();
		assertThat(askedAfter(Duration.ofHours(4))).containsExactly("failing");
	}

	@Test
	void whatIsUnknownIsAskedForWhenTheCloudAnswersAgain() {
		this.source.find(FIRST.value(), Bindings.unknown(Set.of(ResourceType.CLB), "timeout"));
		this.inventory.shared().request(true);
		askedAfter(Duration.ZERO);
		assertThat(askedAfter(Duration.ofMinutes(5))).containsExactly("usage of 1, BACKGROUND");
		failing();
		askedAfter(Duration.ofMinutes(10));
		this.store.beforePage = (number) -> {
		};
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("usage of 1, BACKGROUND");
	}

	@Test
	void requestDuringAReadingIsServedByTheNext() {
		AtomicBoolean requested = new AtomicBoolean();
		this.store.beforePage = (number) -> {
			this.asked.add("list");
			if (!requested.getAndSet(true)) {
				this.inventory.shared().request(false);
			}
		};
		assertThat(askedAfter(Duration.ofMinutes(10))).containsExactly("list");
		assertThat(askedAfter(Duration.ZERO)).containsExactly("list");
		assertThat(askedAfter(Duration.ZERO)).isEmpty();
	}

	private void failing() {
		this.store.beforePage = (number) -> {
			this.asked.add("failing");
			throw TestCertificates.failure(Failure.UNREACHABLE, false);
		};
	}

	@Test
	void searchForAFewDoesNotTellThatAKindIsNotCovered() {
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		this.source.find(NEW.value(), Bindings.of(Set.of(ResourceType.CLB), List.of()));
		askedAfter(Duration.ofMinutes(10));
		assertThat(uncovered()).isEmpty();
		IntStream.range(0, 3)
			.forEach((number) -> this.source.find("id-%05d".formatted(number),
					Bindings.of(Set.of(ResourceType.CLB), List.of())));
		this.inventory.shared().request(true);
		askedAfter(Duration.ZERO);
		assertThat(uncovered()).containsExactly(ResourceType.CDN);
		this.store.hold(TestCertificates.certificate("newer").build());
		askedAfter(Duration.ofMinutes(10));
		assertThat(uncovered()).as("an answer covers it").isEmpty();
	}

	private Set<ResourceType> uncovered() {
		return this.inventory.snapshot().orElseThrow().uncoveredKinds();
	}

	private List<String> askedAfter(Duration time) {
		this.asked.clear();
		this.clock.pass(time);
		this.inventory.turn();
		return List.copyOf(this.asked);
	}

}
