package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;

/**
 * Spaces the calls of each action evenly to stay within the account's quotas per second
 * and per minute.
 */
class RateLimiter {

	private final int perSecond;

	private final Map<String, Integer> perMinute;

	private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

	RateLimiter(int perSecond, Map<String, Integer> perMinute) {
		this.perSecond = perSecond;
		this.perMinute = Map.copyOf(perMinute);
	}

	/**
	 * Waits until the action may be called.
	 * @param action the action
	 * @param limit how long to wait
	 * @return {@code false}, without a wait, if its turn comes only after the limit
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean await(String action, Duration limit) throws InterruptedException {
		Bucket bucket = this.buckets.computeIfAbsent(action, this::bucket);
		return bucket.tryConsume(1) || (limit.toNanos() > 0 && bucket.asBlocking().tryConsume(1, limit));
	}

	private Bucket bucket(String action) {
		LocalBucketBuilder builder = Bucket.builder()
			.withNanosecondPrecision()
			.addLimit((limit) -> evenly(limit, 1, Duration.ofSeconds(1).dividedBy(this.perSecond)));
		Integer minutely = this.perMinute.get(action);
		if (minutely != null) {
			int half = Math.max(1, minutely / 2);
			builder.addLimit((limit) -> evenly(limit, half, Duration.ofMinutes(1).dividedBy(half)));
		}
		return builder.build();
	}

	private static BandwidthBuilderBuildStage evenly(BandwidthBuilderCapacityStage limit, int atOnce,
			Duration spacing) {
		return limit.capacity(atOnce).refillGreedy(1, spacing);
	}

}
