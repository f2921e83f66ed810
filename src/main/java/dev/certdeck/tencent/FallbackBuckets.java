package dev.certdeck.tencent;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.NestedExceptionUtils;

/**
 * Buckets that are shared with others, or this process's own while those can't be asked.
 * Few threads ask at a time, so that there are connections left for others.
 */
class FallbackBuckets implements Buckets {

	private static final Log logger = LogFactory.getLog(FallbackBuckets.class);

	private static final int AT_ONCE = 2;

	private static final long PATIENCE_MILLIS = 1000;

	private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

	private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

	private final Semaphore permits = new Semaphore(AT_ONCE, true);

	private final Buckets shared;

	private final Buckets own;

	private final LongSupplier nanoTime;

	private long askAgain;

	private long logAgain;

	/**
	 * Creates the buckets.
	 * @param shared those that are shared; after a failure they are left alone for ten
	 * seconds
	 * @param own those of this process
	 * @param nanoTime the time, of any origin
	 */
	FallbackBuckets(Buckets shared, Buckets own, LongSupplier nanoTime) {
		this.shared = shared;
		this.own = own;
		this.nanoTime = nanoTime;
		this.askAgain = nanoTime.getAsLong();
		this.logAgain = this.askAgain;
	}

	@Override
	public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
		if (mayAsk() && acquire()) {
			try {
				return this.shared.ask(name, bandwidths, question);
			}
			catch (RuntimeException ex) {
				failed(ex);
			}
			finally {
				this.permits.release();
			}
		}
		return this.own.ask(name, bandwidths, question);
	}

	private boolean acquire() {
		try {
			if (this.permits.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
				return true;
			}
			failed(new TimeoutException("it is too slow"));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	private synchronized boolean mayAsk() {
		return this.nanoTime.getAsLong() - this.askAgain >= 0;
	}

	private synchronized void failed(Exception failure) {
		long now = this.nanoTime.getAsLong();
		this.askAgain = now + PAUSE_NANOS;
		if (now - this.logAgain >= 0) {
			this.logAgain = now + SILENCE_NANOS;
			logger.warn("The database can't be asked for the limit of calls, so this replica keeps one of its own: "
					+ NestedExceptionUtils.getMostSpecificCause(failure));
		}
	}

}
