package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UsageChecks}.
 */
@Timeout(60)
class UsageChecksTests {

	private static final CertificateId HELD = new CertificateId("held0000");

	private static final CertificateId NEW = new CertificateId("new00000");

	private static final Binding NAMED = TestCertificates.binding(ResourceType.CLB, "lb-1");

	private final Clock clock = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private final FakeStore store = new FakeStore(TestCertificates.certificate(HELD.value()).build());

	private final Products source = new Products();

	private final Inventory inventory = TestInventories.loaded(this.store, List.of(this.source), this.clock);

	private final UsageChecks patient = checks(Duration.ofSeconds(30));

	private final UsageChecks impatient = checks(Duration.ZERO);

	@AfterEach
	void close() {
		this.source.goOn.countDown();
		this.patient.close();
		this.impatient.close();
	}

	@Test
	void certificateThatTheSnapshotLacksIsShownBeforeItsUsageIsKnown() {
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		this.source.block();
		UsageChecks.Opened opened = this.impatient.open(NEW).orElseThrow();
		assertThat(opened.entry().usage().state()).isEqualTo(Usage.State.UNKNOWN);
		assertThat(opened.check()).isNotNull();
		assertThat(opened.check().startedAt()).isEqualTo(TestCertificates.NOW);
		assertThat(opened.check().limit()).isEqualTo(Duration.ofMinutes(3));
		assertThat(this.impatient.open(NEW).orElseThrow().check()).isSameAs(opened.check());
		this.source.goOn.countDown();
		opened.check().await();
		UsageChecks.Opened again = this.impatient.open(NEW).orElseThrow();
		assertThat(again.check()).isNull();
		assertThat(again.entry().usage().state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(this.source.looks).containsExactly(Look.FRESH);
	}

	@Test
	void quickCloudAnswersAtOnce() {
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		UsageChecks.Opened opened = this.patient.open(NEW).orElseThrow();
		assertThat(opened.check()).isNull();
		assertThat(opened.entry().usage().state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void whatNobodyHoldsIsNotAskedFor() {
		assertThat(this.patient.open(NEW)).isEmpty();
		assertThat(this.source.looks).isEmpty();
	}

	@Test
	void whatIsKnownIsNotAskedAgainUnlessSomebodyWishes() {
		assertThat(this.patient.open(HELD).orElseThrow().entry().usage().state()).isEqualTo(Usage.State.UNBOUND);
		assertThat(this.source.looks).isEmpty();
		this.source.found = List.of(NAMED);
		this.patient.start(HELD).await();
		assertThat(this.patient.open(HELD).orElseThrow().entry().usage().count(ResourceType.CLB)).isEqualTo(1);
		assertThat(this.source.looks).containsExactly(Look.THOROUGH);
	}

	@Test
	void whatMayStillServeIsLookedAtThoroughlyAndWhatHasExpiredIsNot() {
		this.store.hold(TestCertificates.certificate(NEW.value()).left(Duration.ofDays(1)).build());
		this.inventory.load();
		this.patient.start(NEW).await();
		assertThat(this.source.looks).containsExactly(Look.THOROUGH);
		this.store.hold(TestCertificates.certificate(NEW.value()).left(Duration.ofDays(-1)).build());
		this.inventory.load();
		this.patient.start(NEW).await();
		assertThat(this.source.looks).containsExactly(Look.THOROUGH, Look.FRESH);
	}

	@Test
	void usageThatCanNotBeConfirmedByALookStaysAsLastKnown() {
		this.source.found = List.of(NAMED);
		this.inventory.load();
		this.source.failure = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		this.patient.start(HELD).await();
		assertThat(this.patient.open(HELD).orElseThrow().entry().usage().state()).isEqualTo(Usage.State.UNCONFIRMED);
	}

	@Test
	void everybodySharesTheLookThatIsUnderWay() {
		this.source.block();
		UsageCheck check = this.impatient.start(HELD);
		assertThat(this.impatient.start(HELD)).isSameAs(check);
		assertThat(this.impatient.running(HELD)).containsSame(check);
		this.source.goOn.countDown();
		check.await();
		assertThat(this.impatient.running(HELD)).isEmpty();
		assertThat(this.source.looks).hasSize(1);
	}

	@Test
	void lookThatIsStartedAnewGivesTheFirstOneUp() throws Exception {
		this.source.block();
		UsageCheck first = this.impatient.start(HELD);
		this.source.begun.await();
		UsageCheck second = this.impatient.startAnew(HELD);
		assertThat(second).isNotSameAs(first);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(first::await);
		this.source.goOn.countDown();
		assertThat(second.await().state()).isEqualTo(Usage.State.UNBOUND);
	}

	@Test
	void certificateThatGoesMeanwhileStaysGone() {
		this.source.block();
		UsageCheck check = this.impatient.start(HELD);
		this.inventory.forget(HELD);
		this.source.goOn.countDown();
		check.await();
		assertThat(this.inventory.find(HELD)).isEmpty();
	}

	@Test
	void lookThatFailsSaysSo() {
		this.source.failure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		this.patient.start(HELD).await();
		Usage usage = this.patient.open(HELD).orElseThrow().entry().usage();
		assertThat(usage.unknown()).containsEntry(ResourceType.CLB, this.source.failure.getMessage());
	}

	@Test
	void countedResourcesAreNamedOnceWithoutALookOfTheCloud() {
		this.source.found = List.of(Binding.unnamed(ResourceType.CLB, "clb", "ap-shanghai", 1));
		this.inventory.load();
		this.source.found = List.of(NAMED);
		assertThat(this.patient.open(HELD).orElseThrow().entry().usage().bindings()).containsExactly(NAMED);
		assertThat(this.source.looks).containsExactly(Look.REMEMBERED);
	}

	@Test
	void namesThatCanNotBeHadAreNotAskedForAgain() {
		this.source.found = List.of(Binding.unnamed(ResourceType.CLB, "clb", "ap-shanghai", 1));
		this.inventory.load();
		this.patient.open(HELD);
		assertThat(this.patient.open(HELD).orElseThrow().check()).isNull();
		assertThat(this.source.looks).containsExactly(Look.REMEMBERED);
	}

	@Test
	void lookThatSomebodyWishesDoesNotWaitForNames() {
		this.source.found = List.of(Binding.unnamed(ResourceType.CLB, "clb", "ap-shanghai", 1));
		this.inventory.load();
		this.source.block();
		UsageCheck names = this.impatient.open(HELD).orElseThrow().check();
		assertThat(names).isNotNull();
		UsageCheck wished = this.impatient.start(HELD);
		assertThat(wished).isNotSameAs(names);
		assertThat(this.impatient.open(HELD).orElseThrow().check()).isSameAs(wished);
	}

	@Test
	void endOfTheProcessEndsLooks() throws Exception {
		this.source.block();
		UsageCheck check = this.impatient.start(HELD);
		this.source.begun.await();
		this.impatient.close();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(check::await);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(this.impatient.start(HELD)::await);
		assertThat(this.impatient.running(HELD)).isEmpty();
	}

	private UsageChecks checks(Duration timeout) {
		return TestInventories.checks(this.inventory, List.of(this.source), timeout, this.clock);
	}

	/**
	 * Load balancers that are looked at for as long as a test wishes.
	 */
	private static final class Products implements BindingSource {

		private final List<Look> looks = Collections.synchronizedList(new ArrayList<>());

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch goOn = new CountDownLatch(1);

		private volatile boolean blocked;

		private volatile List<Binding> found = List.of();

		private volatile CloudException failure;

		void block() {
			this.blocked = true;
		}

		@Override
		public Set<ResourceType> kinds() {
			return Set.of(ResourceType.CLB);
		}

		@Override
		public Duration longestWait() {
			return Duration.ofMinutes(3);
		}

		@Override
		public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
			return certificates.stream()
				.collect(Collectors.toMap((id) -> id,
						(id) -> Bindings.of(kinds(), id.equals(HELD) ? this.found : List.of())));
		}

		@Override
		public Bindings find(CertificateId certificate, Look look) {
			this.looks.add(look);
			this.begun.countDown();
			if (this.failure != null) {
				throw this.failure;
			}
			try {
				if (this.blocked && !this.goOn.await(30, TimeUnit.SECONDS)) {
					throw new IllegalStateException("Nobody let it go on");
				}
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return Bindings.of(kinds(), this.found);
		}

	}

}
