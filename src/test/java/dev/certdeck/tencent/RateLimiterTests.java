package dev.certdeck.tencent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.CallCause;
import io.github.bucket4j.BlockingStrategy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RateLimiter}.
 */
class RateLimiterTests {

	private final ManualTime time = new ManualTime();

	@Test
	void givesNoSecondTurnBeforeItsTime() throws Exception {
		RateLimiter limiter = limiter(1, Map.of());
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ZERO)).isTrue();
		assertThat(limiter.await("A", CallCause.WRITE, Duration.ZERO)).isFalse();
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ofMillis(1))).isFalse();
	}

	@Test
	void waitsForATurn() throws Exception {
		RateLimiter limiter = limiter(50, Map.of());
		long start = this.time.getAsLong();
		for (int i = 0; i < 6; i++) {
			assertThat(limiter.await("A", CallCause.PAGE, Duration.ofSeconds(30))).isTrue();
		}
		assertThat(Duration.ofNanos(this.time.getAsLong() - start)).isEqualTo(Duration.ofMillis(100));
	}

	@Test
	void countsEachActionForItself() throws Exception {
		RateLimiter limiter = limiter(1, Map.of());
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ZERO)).isTrue();
		assertThat(limiter.await("B", CallCause.PAGE, Duration.ZERO)).isTrue();
	}

	@Test
	void keepsTheQuotaOfAMinute() throws Exception {
		RateLimiter limiter = limiter(1000, Map.of("A", 4));
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ofSeconds(5))).isTrue();
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ofSeconds(5))).isTrue();
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ofSeconds(5))).isFalse();
		for (int i = 0; i < 4; i++) {
			assertThat(limiter.await("B", CallCause.PAGE, Duration.ofSeconds(5))).isTrue();
		}
	}

	@Test
	void backgroundGetsItsShareOfASecond() throws Exception {
		RateLimiter limiter = limiter(10, Map.of());
		assertThat(turns(limiter, CallCause.BACKGROUND, Duration.ofSeconds(100))).isBetween(300, 301);
		assertThat(turns(limiter, CallCause.PAGE, Duration.ofSeconds(100))).isBetween(999, 1001);
	}

	@Test
	void backgroundGetsItsShareOfAMinute() throws Exception {
		RateLimiter limiter = limiter(1000, Map.of("A", 100));
		assertThat(turns(limiter, CallCause.BACKGROUND, Duration.ofMinutes(1))).isBetween(29, 30);
		assertThat(turns(limiter, CallCause.PAGE, Duration.ofMillis(100))).isGreaterThan(30);
	}

	@Test
	void backgroundTakesFromTheWholeToo() throws Exception {
		RateLimiter limiter = limiter(10, Map.of());
		assertThat(limiter.await("A", CallCause.BACKGROUND, Duration.ZERO)).isTrue();
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ZERO)).isFalse();
		this.time.pass(Duration.ofMillis(100));
		assertThat(limiter.await("A", CallCause.PAGE, Duration.ZERO)).isTrue();
	}

	@Test
	void pageDoesNotWaitForABackgroundThatWaits() throws Exception {
		List<Boolean> pages = new ArrayList<>();
		LocalBuckets buckets = new LocalBuckets(this.time);
		RateLimiter clicks = new RateLimiter(new Quota(10, Map.of(), 30), buckets, this.time);
		RateLimiter refresh = new RateLimiter(new Quota(10, Map.of(), 30), buckets, (wait) -> {
			this.time.pass(Duration.ofMillis(100));
			pages.add(clicks.await("A", CallCause.PAGE, Duration.ZERO));
			this.time.park(wait);
		});
		for (int i = 0; i < 20; i++) {
			assertThat(refresh.await("A", CallCause.BACKGROUND, Duration.ofSeconds(30))).isTrue();
		}
		assertThat(pages).hasSizeGreaterThanOrEqualTo(10).doesNotContain(false);
	}

	@Test
	void pageThatComesWhileTheBackgroundWaitsGoesFirst() throws Exception {
		List<Duration> pages = new ArrayList<>();
		LocalBuckets buckets = new LocalBuckets(this.time);
		RateLimiter clicks = new RateLimiter(new Quota(10, Map.of(), 100), buckets,
				(wait) -> pages.add(Duration.ofNanos(wait)));
		RateLimiter refresh = new RateLimiter(new Quota(10, Map.of(), 100), buckets, (wait) -> {
			if (pages.isEmpty()) {
				clicks.await("A", CallCause.PAGE, Duration.ofSeconds(1));
			}
			this.time.park(wait);
		});
		clicks.await("A", CallCause.PAGE, Duration.ZERO);
		long start = this.time.getAsLong();
		assertThat(refresh.await("A", CallCause.BACKGROUND, Duration.ofMillis(200))).isTrue();
		assertThat(pages).containsExactly(Duration.ofMillis(100));
		assertThat(Duration.ofNanos(this.time.getAsLong() - start)).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void backgroundGivesUpWhenPagesLeaveItNoTurn() throws Exception {
		LocalBuckets buckets = new LocalBuckets(this.time);
		RateLimiter clicks = new RateLimiter(new Quota(10, Map.of(), 100), buckets, (wait) -> {
		});
		RateLimiter refresh = new RateLimiter(new Quota(10, Map.of(), 100), buckets, this.time);
		for (int i = 0; i < 10; i++) {
			assertThat(clicks.await("A", CallCause.PAGE, Duration.ofSeconds(30))).isTrue();
		}
		assertThat(refresh.await("A", CallCause.BACKGROUND, Duration.ofMillis(999))).isFalse();
		assertThat(refresh.await("A", CallCause.BACKGROUND, Duration.ofSeconds(2))).isTrue();
	}

	@Test
	void isInterruptible() throws Exception {
		RateLimiter limiter = new RateLimiter(new Quota(1, Map.of(), 30), new LocalBuckets(this.time),
				BlockingStrategy.PARKING);
		limiter.await("A", CallCause.PAGE, Duration.ZERO);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> limiter.await("A", CallCause.PAGE, Duration.ofSeconds(30)));
	}

	private int turns(RateLimiter limiter, CallCause cause, Duration during) throws InterruptedException {
		int turns = 0;
		for (Duration passed = Duration.ZERO; passed.compareTo(during) < 0; passed = passed.plusMillis(1)) {
			turns += limiter.await("A", cause, Duration.ZERO) ? 1 : 0;
			this.time.pass(Duration.ofMillis(1));
		}
		return turns;
	}

	private RateLimiter limiter(int perSecond, Map<String, Integer> perMinute) {
		return new RateLimiter(new Quota(perSecond, perMinute, 30), new LocalBuckets(this.time), this.time);
	}

}
