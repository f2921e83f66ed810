package dev.certdeck.tencent;

import java.util.function.Function;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;

/**
 * Buckets of tokens, by name. A new one is full.
 */
interface Buckets {

	/**
	 * Asks a bucket.
	 * @param <T> the type of the answer
	 * @param name the name of the bucket
	 * @param bandwidths how many tokens it holds, and how it is refilled
	 * @param question asks the bucket, without waiting; it may be asked again, of another
	 * bucket, after a failure
	 * @return the answer
	 */
	<T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question);

}
