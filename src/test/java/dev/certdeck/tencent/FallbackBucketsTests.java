package dev.certdeck.tencent;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.certdeck.certificate.AccountKey;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FallbackBuckets}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FallbackBucketsTests {

	private static final BucketConfiguration ONE = new Quota(1, Map.of(), 30).whole("A");

	private final ManualTime time = new ManualTime();

	private final LocalBuckets remote = new LocalBuckets(this.time);

	private final AtomicInteger asked = new AtomicInteger();

	private boolean away;

	private final FallbackBuckets buckets = new FallbackBuckets(new Buckets() {
		@Override
		public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
			FallbackBucketsTests.this.asked.incrementAndGet();
			if (FallbackBucketsTests.this.away) {
				throw new IllegalStateException("no database");
			}
			return FallbackBucketsTests.this.remote.ask(name, bandwidths, question);
		}
	}, new LocalBuckets(this.time), this.time);

	@Test
	void asksTheSharedOnesAlone() {
		assertThat(take(this.remote)).isTrue();
		assertThat(take()).isFalse();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(take()).isTrue();
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void keepsTheSameRateByItselfWhileTheDatabaseIsAway(CapturedOutput output) {
		this.away = true;
		int turns = 0;
		for (int i = 0; i < 500; i++) {
			turns += take() ? 1 : 0;
			this.time.pass(Duration.ofMillis(100));
		}
		assertThat(turns).isEqualTo(50);
		assertThat(this.asked).as("once in ten seconds").hasValue(5);
		assertThat(output).containsOnlyOnce("The database can't be asked");
		this.time.pass(Duration.ofMinutes(1));
		take();
		assertThat(output.toString().split("no database")).hasSize(3);
	}

	@Test
	void databaseThatCanNotBeReachedStopsNoCall(CapturedOutput output) throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		DataSource unreachable = new ImpatientDataSource(
				new DriverManagerDataSource("jdbc:postgresql://localhost:%d/certdeck".formatted(port)));
		FallbackBuckets lonely = new FallbackBuckets(new DatabaseBuckets(unreachable, new AccountKey(""), this.time),
				new LocalBuckets(this.time), this.time);
		assertThat(take(lonely)).isTrue();
		assertThat(take(lonely)).isFalse();
		assertThat(output).containsOnlyOnce("The database can't be asked");
	}

	@Test
	void asksAgainTenSecondsLater() {
		this.away = true;
		take();
		this.away = false;
		take();
		assertThat(this.asked).hasValue(1);
		this.time.pass(Duration.ofSeconds(10));
		assertThat(take()).isTrue();
		assertThat(this.asked).hasValue(2);
	}

	@Test
	@Timeout(60)
	void leavesConnectionsForOthers() {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch both = new CountDownLatch(2);
		AtomicInteger asking = new AtomicInteger();
		Buckets slow = new Buckets() {
			@Override
			public <T> T ask(String name, BucketConfiguration bandwidths, Function<Bucket, T> question) {
				asking.incrementAndGet();
				both.countDown();
				await(end);
				return FallbackBucketsTests.this.remote.ask(name, bandwidths, question);
			}
		};
		FallbackBuckets limited = new FallbackBuckets(slow, new LocalBuckets(this.time), this.time);
		CompletableFuture<?>[] held = Stream.of("B", "C")
			.map((name) -> CompletableFuture.runAsync(() -> limited.ask(name, ONE, Bucket::getAvailableTokens),
					(task) -> new Thread(task).start()))
			.toArray(CompletableFuture[]::new);
		await(both);
		assertThat(take(limited)).isTrue();
		assertThat(asking).hasValue(2);
		end.countDown();
		CompletableFuture.allOf(held).join();
	}

	private boolean take() {
		return take(this.buckets);
	}

	private static boolean take(Buckets from) {
		return from.ask("A", ONE, (bucket) -> bucket.tryConsume(1));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
