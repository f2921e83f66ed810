package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;

/**
 * How often each action may be called.
 *
 * @param perSecond how often an action may be called in a second
 * @param perMinute how often an action may be called in a minute, by action
 * @param backgroundShare the background's share in percent
 */
record Quota(int perSecond, Map<String, Integer> perMinute, int backgroundShare) {

	private static final int WHOLE = 100;

	Quota {
		perMinute = Map.copyOf(perMinute);
	}

	BucketConfiguration whole(String action) {
		return percent(action, WHOLE);
	}

	BucketConfiguration background(String action) {
		return percent(action, this.backgroundShare);
	}

	private BucketConfiguration percent(String action, int percent) {
		Duration spacing = Duration.ofSeconds(WHOLE).dividedBy((long) this.perSecond * percent);
		ConfigurationBuilder builder = BucketConfiguration.builder().addLimit((limit) -> evenly(limit, 1, spacing));
		Integer minutely = this.perMinute.get(action);
		if (minutely != null) {
			int half = Math.max(1, minutely * percent / WHOLE / 2);
			builder.addLimit((limit) -> evenly(limit, half, Duration.ofMinutes(1).dividedBy(half)));
		}
		return builder.build();
	}

	private static BandwidthBuilderBuildStage evenly(BandwidthBuilderCapacityStage limit, int atOnce,
			Duration spacing) {
		return limit.capacity(atOnce).refillGreedy(1, spacing);
	}

}
