package dev.certdeck.tencent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import dev.certdeck.certificate.CallCause;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;

/**
 * Spaces the calls of each action evenly to stay within the account's quotas per second
 * and per minute, and those of the background to stay within a share of them.
 */
class RateLimiter {

	private static final long NEVER = -1;

	private final Quota quota;

	private final Buckets buckets;

	private final BlockingStrategy pause;

	/**
	 * Creates the limiter.
	 * @param quota how often each action may be called
	 * @param buckets count the calls
	 * @param pause how to wait
	 */
	RateLimiter(Quota quota, Buckets buckets, BlockingStrategy pause) {
		this.quota = quota;
		this.buckets = buckets;
		this.pause = pause;
	}

	/**
	 * Waits until the action may be called. The background waits for its own turn first,
	 * and then until nobody else waits.
	 * @param action the action
	 * @param cause why it is called
	 * @param limit how long to wait
	 * @return {@code false}, as soon as that is known, if its turn comes only after the
	 * limit
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean await(String action, CallCause cause, Duration limit) throws InterruptedException {
		if (cause != CallCause.BACKGROUND) {
			return queue(action, this.quota.whole(action), limit.toNanos()) != NEVER;
		}
		long waited = queue(action + " background", this.quota.background(action), limit.toNanos());
		return waited != NEVER && giveWay(action, this.quota.whole(action), limit.toNanos() - waited);
	}

	private long queue(String name, BucketConfiguration bandwidths, long limit) throws InterruptedException {
		long wait = this.buckets.ask(name, bandwidths, (bucket) -> reserve(bucket, limit));
		if (wait > 0) {
			this.pause.park(wait);
		}
		return wait;
	}

	private static long reserve(Bucket bucket, long limit) {
		AtomicLong wait = new AtomicLong();
		boolean reserved = bucket.asBlocking().tryConsumeUninterruptibly(1, Math.max(1, limit), wait::set);
		return reserved ? wait.get() : NEVER;
	}

	private boolean giveWay(String action, BucketConfiguration bandwidths, long limit) throws InterruptedException {
		long left = limit;
		while (true) {
			ConsumptionProbe probe = this.buckets.ask(action, bandwidths,
					(bucket) -> bucket.tryConsumeAndReturnRemaining(1));
			long wait = probe.getNanosToWaitForRefill();
			if (probe.isConsumed() || wait > left) {
				return probe.isConsumed();
			}
			this.pause.park(wait);
			left -= wait;
		}
	}

}
