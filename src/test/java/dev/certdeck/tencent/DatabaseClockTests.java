package dev.certdeck.tencent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseClock}.
 */
class DatabaseClockTests {

	private final ManualTime time = new ManualTime();

	private final AtomicInteger asked = new AtomicInteger();

	private long databaseMicros = 1_000_000;

	private final DatabaseClock clock = new DatabaseClock(() -> {
		this.asked.incrementAndGet();
		return this.databaseMicros;
	}, this.time);

	@Test
	void goesOnFromTheTimeOfTheDatabase() {
		assertThat(this.clock.currentTimeNanos()).isEqualTo(1_000_000_000L);
		this.time.pass(Duration.ofSeconds(59));
		assertThat(this.clock.currentTimeNanos()).isEqualTo(Duration.ofSeconds(60).toNanos());
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void asksAgainAfterAMinute() {
		this.clock.currentTimeNanos();
		this.time.pass(Duration.ofMinutes(1).plusNanos(1));
		this.databaseMicros = 90_000_000;
		assertThat(this.clock.currentTimeNanos()).isEqualTo(Duration.ofSeconds(90).toNanos());
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void takesTheMiddleOfTheQuestion() {
		DatabaseClock slow = new DatabaseClock(() -> {
			this.time.pass(Duration.ofSeconds(2));
			return 10_000_000;
		}, this.time);
		assertThat(slow.currentTimeNanos()).isEqualTo(Duration.ofSeconds(11).toNanos());
	}

}
