package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FoldedEvents}.
 */
class FoldedEventsTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

	private final TestTrail database = TestTrail.create(Clock.systemUTC());

	private final FoldedEvents events = new FoldedEvents(this.database.rows());

	@Test
	void firstIsWrittenAtOnceAndTheOthersAreCounted() {
		for (int number = 0; number < 512; number++) {
			add(NOW.plusMillis(number), AuditKind.ACCESS_DENIED, "192.0.2.7");
		}
		assertThat(this.database.last().timeline().times()).isEqualTo(1);
		assertThat(this.database.last().at()).isEqualTo(NOW);
		flush(NOW.plusSeconds(5));
		assertThat(entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.timeline().times()).isEqualTo(512);
			assertThat(entry.timeline().endedAt()).isEqualTo(NOW.plusMillis(511));
			assertThat(entry.outcome()).isEqualTo(AuditOutcome.REFUSED);
			assertThat(entry.actor()).isEqualTo(new Actor("anonymous", "anonymous", "192.0.2.7"));
		});
	}

	@Test
	void kindsAndAddressesStayApart() {
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		add(NOW, AuditKind.SIGN_IN_FAILED, "192.0.2.7");
		add(NOW, AuditKind.SIGN_IN_FAILED, "192.0.2.8");
		assertThat(entries()).hasSize(3);
	}

	@Test
	void addressesOfOneSubscriberAreOne() {
		for (int number = 0; number < 100; number++) {
			add(NOW, AuditKind.SIGN_IN_FAILED, "2001:db8:1:2::%x".formatted(number));
		}
		add(NOW, AuditKind.SIGN_IN_FAILED, "2001:db8:1:3::1");
		flush(NOW);
		assertThat(entries()).extracting((entry) -> entry.timeline().times()).containsExactly(1, 100);
	}

	@Test
	void rowsOfAllAddressesTogetherAreFewInAMinute() {
		for (int number = 0; number < 5000; number++) {
			add(NOW.plusMillis(number), AuditKind.SIGN_IN_FAILED, "10.0.%d.%d".formatted(number / 256, number % 256));
		}
		flush(NOW.plusSeconds(5));
		List<AuditEntry> entries = entries();
		assertThat(entries).hasSize(FoldedEvents.ROWS_A_MINUTE + 1);
		assertThat(entries.get(0).actor().address()).isEqualTo(Actor.MANY);
		assertThat(entries.get(0).detail()).isEmpty();
		assertThat(entries.stream().mapToInt((entry) -> entry.timeline().times()).sum()).isEqualTo(5000);
	}

	@Test
	void anHourOfAFloodFromEverywhereIsBounded() {
		for (int second = 0; second < 3600; second++) {
			Instant at = NOW.plusSeconds(second);
			for (int number = 0; number < 3; number++) {
				add(at, AuditKind.ACCESS_DENIED, "10.%d.%d.%d".formatted(second / 256, second % 256, number));
			}
			if (second % 5 == 0) {
				flush(at);
			}
		}
		flush(NOW.plusSeconds(3600));
		assertThat(entries()).hasSizeLessThanOrEqualTo(60 * FoldedEvents.ROWS_A_MINUTE + 7);
		assertThat(entries().stream().mapToInt((entry) -> entry.timeline().times()).sum()).isEqualTo(3 * 3600);
	}

	@Test
	void nextWindowHasARowOfItsOwn() {
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		add(NOW.plusSeconds(1), AuditKind.ACCESS_DENIED, "192.0.2.7");
		add(NOW.plus(FoldedEvents.WINDOW), AuditKind.ACCESS_DENIED, "192.0.2.7");
		flush(NOW.plus(FoldedEvents.WINDOW));
		assertThat(entries()).extracting((entry) -> entry.timeline().times()).containsExactly(1, 2);
	}

	@Test
	void manyAtOnceAreOneRow() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		IntStream.range(0, 200)
			.forEach((number) -> executor
				.execute(() -> add(NOW.plusNanos(-1000L * number), AuditKind.ACCESS_DENIED, "192.0.2.7")));
		executor.shutdown();
		assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		flush(NOW);
		assertThat(entries()).singleElement().extracting((entry) -> entry.timeline().times()).isEqualTo(200);
	}

	@Test
	void detailIsCut() {
		this.events.add(NOW, AuditKind.ACCESS_DENIED, new Actor("anonymous", "anonymous", "192.0.2.7"),
				"POST /" + "a".repeat(5000));
		assertThat(this.database.last().detail()).hasSize(200).startsWith("POST /a");
	}

	@Test
	void whatCanNotBeKeptIsNotLostInSilence() {
		this.database.refuseEntries();
		for (int tries = 0; tries < 2; tries++) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7"));
		}
		this.database.takeEntries();
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		assertThat(entries()).hasSize(1);
	}

	@Test
	void countsWaitForTheDatabase() {
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		this.database.breakDown();
		flush(NOW);
		flush(NOW.plus(Duration.ofHours(1)));
		this.database.repair();
		flush(NOW.plus(Duration.ofHours(1)));
		assertThat(this.database.last().timeline().times()).isEqualTo(2);
	}

	@Test
	void lastCountsAreKeptAtTheEnd() {
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		add(NOW, AuditKind.ACCESS_DENIED, "192.0.2.7");
		this.events.close();
		assertThat(this.database.last().timeline().times()).isEqualTo(2);
	}

	private void add(Instant at, AuditKind kind, String address) {
		this.events.add(at, kind, new Actor("anonymous", "anonymous", address), "POST /sign-out");
	}

	private void flush(Instant now) {
		this.events.flush(now);
	}

	private List<AuditEntry> entries() {
		return this.database.search().older(TestTrail.ALL, null, 1000).entries();
	}

}
