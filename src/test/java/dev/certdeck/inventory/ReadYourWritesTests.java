package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadYourWrites} on two replicas that share a cloud and people's
 * sessions.
 */
class ReadYourWritesTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final CertificateId ID = new CertificateId("new00000");

	private final MockHttpSession session = new MockHttpSession();

	private final CountDownLatch asked = new CountDownLatch(1);

	private final AtomicInteger finds = new AtomicInteger();

	private final FakeStore store = new FakeStore(TestCertificates.certificate("old00000").build()) {

		@Override
		public synchronized Optional<Certificate> find(CertificateId id) {
			ReadYourWritesTests.this.finds.incrementAndGet();
			return super.find(id);
		}

	};

	private final Replica here = new Replica(NOW);

	private final Replica there = new Replica(NOW);

	@Test
	void otherReplicaLooksBeforeItShowsAPage() {
		uploadHere();
		assertThat(this.there.knows(ID)).isFalse();
		this.there.show(NOW.plusSeconds(60));
		assertThat(this.there.knows(ID)).isTrue();
	}

	@Test
	void otherReplicaAsksAnewWhatUsesIt() throws Exception {
		uploadHere();
		this.here.show(NOW.plusSeconds(60));
		assertThat(this.asked.getCount()).isEqualTo(1);
		this.there.show(NOW.plusSeconds(60));
		assertThat(this.asked.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void deletionIsSeenThereToo() {
		this.store.lose(new CertificateId("old00000"));
		this.here.inventory.forget(new CertificateId("old00000"));
		this.here.at(NOW.plusSeconds(30)).remember(this.session, new CertificateId("old00000"));
		this.there.show(NOW.plusSeconds(60));
		assertThat(this.there.knows(new CertificateId("old00000"))).isFalse();
	}

	@Test
	void eachReplicaLooksOnceAndTheOneThatWroteNever() {
		uploadHere();
		int before = this.finds.get();
		this.here.show(NOW.plusSeconds(60));
		assertThat(this.finds).hasValue(before);
		this.there.show(NOW.plusSeconds(60));
		this.there.show(NOW.plusSeconds(61));
		assertThat(this.finds).hasValue(before + 1);
	}

	@Test
	void replicaThatIsFreshEnoughDoesNotLook() {
		uploadHere();
		Replica later = new Replica(NOW.plusSeconds(40));
		int before = this.finds.get();
		later.show(NOW.plusSeconds(60));
		assertThat(this.finds).hasValue(before);
	}

	@Test
	void cloudThatIsAwayDelaysOneClick() {
		uploadHere();
		this.store.failToFind(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false));
		int before = this.finds.get();
		this.there.show(NOW.plusSeconds(60));
		this.there.show(NOW.plusSeconds(61));
		assertThat(this.finds).hasValue(before + 1);
	}

	@Test
	void writesAreForgottenInTime() {
		uploadHere();
		this.here.at(NOW.plus(Duration.ofMinutes(20))).remember(this.session, new CertificateId("old00000"));
		int before = this.finds.get();
		this.there.show(NOW.plus(Duration.ofMinutes(21)));
		assertThat(this.finds).hasValue(before + 1);
		assertThat(this.there.knows(ID)).isFalse();
	}

	private FakeBindingSource source() {
		FakeBindingSource source = new FakeBindingSource(ResourceType.CLB);
		source.onCall = this.asked::countDown;
		return source;
	}

	private void uploadHere() {
		this.store.hold(TestCertificates.certificate(ID.value()).build());
		this.here.inventory.reread(ID);
		this.here.at(NOW.plusSeconds(30)).remember(this.session, ID);
	}

	private final class Replica {

		private final Inventory inventory;

		Replica(Instant loadedAt) {
			this.inventory = TestInventories.loaded(ReadYourWritesTests.this.store, List.of(), clock(loadedAt));
		}

		ReadYourWrites at(Instant now) {
			return new ReadYourWrites(this.inventory,
					TestInventories.checks(this.inventory, List.of(source()), clock(now)), Runnable::run,
					Duration.ofSeconds(1), clock(now));
		}

		void show(Instant now) {
			MockHttpServletRequest request = new MockHttpServletRequest("GET", "/certificates");
			request.setSession(ReadYourWritesTests.this.session);
			at(now).preHandle(request, new MockHttpServletResponse(), this);
		}

		boolean knows(CertificateId id) {
			return this.inventory.snapshot().orElseThrow().find(id).isPresent();
		}

		private static Clock clock(Instant now) {
			return Clock.fixed(now, ZoneOffset.UTC);
		}

	}

}
