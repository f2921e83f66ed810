package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RateLimiter}.
 */
class RateLimiterTests {

	@Test
	void givesNoSecondTurnBeforeItsTime() throws Exception {
		RateLimiter limiter = new RateLimiter(1, Map.of());
		assertThat(limiter.await("A", Duration.ZERO)).isTrue();
		assertThat(limiter.await("A", Duration.ZERO)).isFalse();
		assertThat(limiter.await("A", Duration.ofMillis(1))).isFalse();
	}

	@Test
	void waitsForATurn() throws Exception {
		RateLimiter limiter = new RateLimiter(50, Map.of());
		long start = System.nanoTime();
		for (int i = 0; i < 6; i++) {
			assertThat(limiter.await("A", Duration.ofSeconds(30))).isTrue();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(99));
	}

	@Test
	void countsEachActionForItself() throws Exception {
		RateLimiter limiter = new RateLimiter(1, Map.of());
		assertThat(limiter.await("A", Duration.ZERO)).isTrue();
		assertThat(limiter.await("B", Duration.ZERO)).isTrue();
	}

	@Test
	void keepsTheQuotaOfAMinute() throws Exception {
		RateLimiter limiter = new RateLimiter(1000, Map.of("A", 4));
		assertThat(limiter.await("A", Duration.ofSeconds(5))).isTrue();
		assertThat(limiter.await("A", Duration.ofSeconds(5))).isTrue();
		assertThat(limiter.await("A", Duration.ofSeconds(5))).isFalse();
		for (int i = 0; i < 4; i++) {
			assertThat(limiter.await("B", Duration.ofSeconds(5))).isTrue();
		}
	}

	@Test
	void isInterruptible() throws Exception {
		RateLimiter limiter = new RateLimiter(1, Map.of());
		limiter.await("A", Duration.ZERO);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> limiter.await("A", Duration.ofSeconds(30)));
	}

}
