package dev.certdeck.tencent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;

/**
 * Buckets of this process.
 */
class LocalBuckets implements Buckets {

	private final TimeMeter clock;

	private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

	LocalBuckets(TimeMeter clock) {
		this.clock = clock;
	}

	@Override
	public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
		return question.apply(this.buckets.computeIfAbsent(name, (key) -> bucket(bandwidths)));
	}

	private Bucket bucket(BucketConfiguration bandwidths) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(this.clock);
		Stream.of(bandwidths.getBandwidths()).forEach(builder::addLimit);
		return builder.build();
	}

}
