package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.InventoryState.ListReading;
import dev.certdeck.inventory.InventoryState.Requests;
import dev.certdeck.inventory.InventoryState.UsageReading;
import dev.certdeck.inventory.RefreshPlan.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefreshPlan}.
 */
class RefreshPlanTests {

	private static final Instant START = TestCertificates.NOW;

	private static final RefreshPlan PLAN = new RefreshPlan(Duration.ofSeconds(60), Duration.ofMinutes(10),
			Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofMinutes(5));

	private static final InventoryState READ = InventoryState.NEW.with(new ListReading(START, true, 0, START, null))
		.with(new UsageReading(Set.of(), START, null));

	@Test
	void everythingIsDueBeforeItWasRead() {
		assertThat(PLAN.isListDue(InventoryState.NEW, START)).isTrue();
		assertThat(PLAN.search(InventoryState.NEW, START)).isEqualTo(Search.ALL);
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "599, false", "600, true", "100000, true" })
	void listIsDueEveryTenMinutesWhileNobodyLooks(int seconds, boolean due) {
		assertThat(PLAN.isListDue(READ, START.plusSeconds(seconds))).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "59, 59, false", "60, 60, true", "60, 0, true", "359, 60, true" })
	void listIsDueEveryMinuteWhileSomebodyLooks(int seconds, int lookedAfter, boolean due) {
		assertThat(PLAN.isListDue(READ.lookedAt(START.plusSeconds(lookedAfter)), START.plusSeconds(seconds)))
			.isEqualTo(due);
	}

	@Test
	void lookEndsAfterAWhile() {
		InventoryState looked = READ.lookedAt(START);
		assertThat(PLAN.isListDue(looked, START.plusSeconds(299))).isTrue();
		assertThat(PLAN.isListDue(looked, START.plusSeconds(300))).isFalse();
	}

	@Test
	void failureIsNoReasonToHurry() {
		InventoryState failed = READ
			.with(READ.list().failed(START.plusSeconds(100), RefreshFailure.of(new IllegalStateException())));
		assertThat(PLAN.isListDue(failed, START.plusSeconds(699))).isFalse();
		assertThat(PLAN.isListDue(failed, START.plusSeconds(700))).isTrue();
	}

	@Test
	void requestIsServedAtOnceAndOnce() {
		InventoryState requested = READ.with(new Requests(3, 2, 1, 1));
		assertThat(PLAN.isListDue(requested, START)).isTrue();
		assertThat(PLAN.search(requested, START)).isEqualTo(Search.PENDING);
		assertThat(PLAN.isListDue(requested.with(requested.requests().listServed(3)), START)).isFalse();
	}

	@Test
	void requestForUsageWaitsForTheList() {
		InventoryState requested = READ.with(READ.requests().more(true));
		assertThat(PLAN.search(requested, START)).isEqualTo(Search.PENDING);
		InventoryState listed = requested.with(requested.requests().listServed(1));
		assertThat(PLAN.search(listed, START)).isEqualTo(Search.ALL);
		assertThat(PLAN.search(listed.with(listed.requests().usageServed(1)), START)).isEqualTo(Search.PENDING);
	}

	@ParameterizedTest
	@CsvSource({ "299, PENDING", "300, PENDING_AND_UNKNOWN", "1799, PENDING_AND_UNKNOWN", "1800, ALL" })
	void usageIsDueEveryHalfHourWhileSomebodyLooks(int seconds, Search search) {
		Instant now = START.plusSeconds(seconds);
		assertThat(PLAN.search(READ.lookedAt(now), now)).isEqualTo(search);
	}

	@ParameterizedTest
	@CsvSource({ "299, PENDING", "1800, PENDING_AND_UNKNOWN", "10799, PENDING_AND_UNKNOWN", "10800, ALL" })
	void usageIsDueEveryThreeHoursWhileNobodyLooks(int seconds, Search search) {
		assertThat(PLAN.search(READ, START.plusSeconds(seconds))).isEqualTo(search);
	}

	@Test
	void whatIsUnknownIsAskedForOnceMoreAfterEachSearch() {
		InventoryState retried = READ.with(new UsageReading(Set.of(), START, START.plusSeconds(300)));
		assertThat(PLAN.search(retried, START.plusSeconds(700))).isEqualTo(Search.PENDING);
		InventoryState again = READ.with(new UsageReading(Set.of(), START.plusSeconds(1000), START.plusSeconds(300)));
		assertThat(PLAN.search(again, START.plusSeconds(1299))).isEqualTo(Search.PENDING);
		assertThat(PLAN.search(again, START.plusSeconds(1300))).isEqualTo(Search.PENDING_AND_UNKNOWN);
	}

}
