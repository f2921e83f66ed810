package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffTests {

	private final Backoff backoff = new Backoff(Duration.ofMillis(100), new Random(1));

	@ParameterizedTest
	@CsvSource({ "1,50,100", "2,100,200", "3,200,400", "99,51200,102400" })
	void doublesBetweenOneHalfAndAll(int failures, long least, long most) {
		for (int i = 0; i < 100; i++) {
			assertThat(this.backoff.after(failures)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1", "5" })
	void variesTheWait(int failures) {
		assertThat(java.util.stream.IntStream.range(0, 50).mapToObj((i) -> this.backoff.after(failures)).distinct())
			.hasSizeGreaterThan(1);
	}

}
