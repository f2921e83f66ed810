package dev.certdeck.tencent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import com.zaxxer.hikari.HikariDataSource;
import dev.certdeck.certificate.AccountKey;
import dev.certdeck.certificate.CallCause;
import dev.certdeck.container.ContainerTest;
import dev.certdeck.container.Postgres;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseBuckets}, with two replicas on one PostgreSQL database.
 */
@ContainerTest
@Timeout(300)
class DatabaseBucketsTests {

	private static final Quota QUOTA = new Quota(10, Map.of("A", 100), 30);

	private final ManualTime time = new ManualTime();

	private HikariDataSource database;

	private JdbcClient sql;

	@BeforeAll
	void start() {
		Postgres postgres = Postgres.create();
		this.database = new HikariDataSource();
		this.database.setJdbcUrl(postgres.url());
		this.database.setUsername(postgres.user());
		this.database.setPassword(postgres.password());
		this.database.setMaximumPoolSize(5);
		this.sql = JdbcClient.create(this.database);
		Flyway.configure().dataSource(this.database).load().migrate();
	}

	@AfterAll
	void close() {
		this.database.close();
	}

	@BeforeEach
	void empty() {
		this.sql.sql("delete from call_bucket").update();
	}

	@Test
	void replicasTogetherStayWithinTheRate() throws Exception {
		RateLimiter one = limiter(replica("AKID1"));
		RateLimiter two = limiter(replica("AKID1"));
		int turns = 0;
		for (int i = 0; i < 100; i++) {
			turns += turn(one, "B", CallCause.PAGE) + turn(two, "B", CallCause.PAGE);
			this.time.pass(Duration.ofMillis(50));
		}
		assertThat(turns).isEqualTo(50);
	}

	@Test
	void replicasShareTheMinuteAndTheShareOfTheBackground() throws Exception {
		RateLimiter one = limiter(replica("AKID1"));
		RateLimiter two = limiter(replica("AKID1"));
		int turns = 0;
		for (int i = 0; i < 600; i++) {
			turns += turn(one, "A", CallCause.BACKGROUND) + turn(two, "A", CallCause.BACKGROUND);
			this.time.pass(Duration.ofMillis(100));
		}
		assertThat(turns).isBetween(29, 30);
	}

	@Test
	void turnsOfOneReplicaCanBeReservedWhileTheOtherWaits() throws Exception {
		RateLimiter one = limiter(replica("AKID1"));
		RateLimiter two = limiter(replica("AKID1"));
		long start = this.time.getAsLong();
		for (int i = 0; i < 3; i++) {
			assertThat(one.await("B", CallCause.PAGE, Duration.ofSeconds(5))).isTrue();
			assertThat(two.await("B", CallCause.PAGE, Duration.ofSeconds(5))).isTrue();
		}
		assertThat(Duration.ofNanos(this.time.getAsLong() - start)).isEqualTo(Duration.ofMillis(500));
	}

	@Test
	void accountsDoNotShare() throws Exception {
		assertThat(turn(limiter(replica("AKID1")), "B", CallCause.PAGE)).isEqualTo(1);
		assertThat(turn(limiter(replica("AKID2")), "B", CallCause.PAGE)).isEqualTo(1);
		assertThat(turn(limiter(replica("AKID1")), "B", CallCause.PAGE)).isZero();
	}

	@Test
	void manyThreadsAtAHighRateEndAndLeaveConnections() throws Exception {
		Buckets shared = new FallbackBuckets(replica("AKID1"), new Buckets() {
			@Override
			public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
				throw new IllegalStateException("The database was not asked");
			}
		}, System::nanoTime);
		BucketConfiguration fixed = new Quota(1, Map.of(), 100).whole("C");
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Future<Integer>> counts = new ArrayList<>();
			for (int thread = 0; thread < 16; thread++) {
				counts.add(threads.submit(() -> {
					start.await();
					int count = 0;
					for (int i = 0; i < 20; i++) {
						count += shared.ask("C", fixed, (bucket) -> bucket.tryConsume(1)) ? 1 : 0;
					}
					return count;
				}));
			}
			start.countDown();
			int total = 0;
			for (Future<Integer> count : counts) {
				total += count.get();
			}
			assertThat(total).isEqualTo(1);
			assertThat(this.database.getHikariPoolMXBean().getActiveConnections()).isZero();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void removesWhatNobodyUsesAnyMore() throws Exception {
		turn(limiter(replica("AKID1")), "B", CallCause.PAGE);
		this.sql.sql("update call_bucket set expires_at = 1").update();
		turn(limiter(replica("AKID2")), "B", CallCause.PAGE);
		assertThat(this.sql.sql("select count(*) from call_bucket").query(Integer.class).single()).isEqualTo(1);
	}

	private Buckets replica(String account) {
		return new DatabaseBuckets(new ImpatientDataSource(this.database), new AccountKey(account), this.time);
	}

	private RateLimiter limiter(Buckets buckets) {
		return new RateLimiter(QUOTA, buckets, this.time);
	}

	private static int turn(RateLimiter limiter, String action, CallCause cause) throws InterruptedException {
		return limiter.await(action, cause, Duration.ZERO) ? 1 : 0;
	}

}
