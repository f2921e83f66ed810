package dev.certdeck.inventory;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadYourWrites} on two replicas that share a cloud, a database and
 * people's sessions.
 */
class ReadYourWritesTests {

	private static final Clock CLOCK = Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC);

	private static final CertificateId NEW = new CertificateId("new00000");

	private static final CertificateId OLD = new CertificateId("old00000");

	private final MockHttpSession session = new MockHttpSession();

	private final AtomicInteger calls = new AtomicInteger();

	private final FakeStore store = new FakeStore(TestCertificates.certificate(OLD.value()).build()) {

		@Override
		public synchronized Optional<Certificate> find(CertificateId id) {
			ReadYourWritesTests.this.calls.incrementAndGet();
			return super.find(id);
		}

	};

	private final TestDatabase database = new TestDatabase();

	private final Inventory here = inventory();

	private final Inventory there = inventory();

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void otherReplicaShowsAnUploadWithoutACall() {
		this.store.hold(TestCertificates.certificate(NEW.value()).build());
		this.here.reread(NEW);
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		int before = this.calls.get();
		assertThat(this.there.find(NEW)).isEmpty();
		show("GET");
		assertThat(this.there.find(NEW)).isEqualTo(this.here.find(NEW)).isPresent();
		assertThat(this.calls).hasValue(before);
	}

	@Test
	void otherReplicaShowsADeletion() {
		this.here.forget(OLD);
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		show("GET");
		assertThat(this.there.find(OLD)).isEmpty();
	}

	@Test
	void otherReplicaShowsTheUsageThatWasFound() {
		Usage usage = TestCertificates.usedBy(TestCertificates.binding(ResourceType.CDN, "www.example.com"));
		this.here.take(OLD, usage);
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		show("GET");
		assertThat(this.there.find(OLD)).map(Entry::usage).contains(usage);
	}

	@Test
	void onlyAPageTakesOver() {
		this.here.forget(OLD);
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		show("POST");
		assertThat(this.there.find(OLD)).isPresent();
	}

	@Test
	void personWhoWroteNothingWaitsForNothing() {
		this.here.forget(OLD);
		this.here.shared().save();
		new ReadYourWrites(this.here, CLOCK).remember(new MockHttpSession());
		show("GET");
		assertThat(this.there.find(OLD)).isPresent();
	}

	@Test
	void databaseThatIsAwayHinders() {
		this.here.forget(OLD);
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		this.database.close();
		show("GET");
		assertThat(this.there.find(OLD)).as("what is in memory").isPresent();
		this.here.take(OLD, Optional.of(TestCertificates.certificate(OLD.value()).build()));
		new ReadYourWrites(this.here, CLOCK).remember(this.session);
		assertThat(this.here.find(OLD)).isPresent();
	}

	private void show(String method) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/certificates");
		request.setSession(this.session);
		new ReadYourWrites(this.there, CLOCK).preHandle(request, new MockHttpServletResponse(), this);
	}

	private Inventory inventory() {
		Inventory inventory = TestInventories.inventory(this.store, List.of(), this.database.rows(CLOCK), CLOCK);
		inventory.load();
		return inventory;
	}

}
