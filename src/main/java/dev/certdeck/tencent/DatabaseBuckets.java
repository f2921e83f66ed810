package dev.certdeck.tencent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.certdeck.certificate.AccountKey;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

/**
 * Buckets in a PostgreSQL database, which all its replicas share. Those of another
 * account, or of other bandwidths, are other buckets.
 */
class DatabaseBuckets implements Buckets {

	private static final Duration KEPT = Duration.ofHours(1);

	private static final int REMOVED_AT_ONCE = 1000;

	private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;

	private final AccountKey account;

	private final TimeMeter clock;

	private final AtomicLong cleaned = new AtomicLong();

	/**
	 * Creates the buckets.
	 * @param database the database
	 * @param account whose quota it is
	 * @param clock the time on which all replicas agree
	 */
	DatabaseBuckets(DataSource database, AccountKey account, TimeMeter clock) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
			.table("call_bucket")
			.clientClock(clock)
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
			.build();
		this.account = account;
		this.clock = clock;
	}

	@Override
	public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
		// The clock may ask the database: now, and not within the transaction of a
		// bucket.
		clean(this.clock.currentTimeNanos());
		return question.apply(this.buckets.builder().build(key(name, bandwidths), bandwidths));
	}

	private void clean(long now) {
		long last = this.cleaned.get();
		if (now - last > KEPT.toNanos() && this.cleaned.compareAndSet(last, now)) {
			this.buckets.removeExpired(REMOVED_AT_ONCE);
		}
	}

	private long key(String name, BucketConfiguration bandwidths) {
		StringBuilder text = new StringBuilder(this.account.value()).append('\n').append(name);
		for (Bandwidth bandwidth : bandwidths.getBandwidths()) {
			text.append("\n%d %d %d".formatted(bandwidth.getCapacity(), bandwidth.getRefillTokens(),
					bandwidth.getRefillPeriodNanos()));
		}
		return ByteBuffer.wrap(sha256(text.toString().getBytes(StandardCharsets.UTF_8))).getLong();
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
