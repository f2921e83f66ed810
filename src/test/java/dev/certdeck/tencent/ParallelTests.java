package dev.certdeck.tencent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CloudException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Parallel}.
 */
class ParallelTests {

	private static final RemoteCall CALL = new RemoteCall("host", "Act", false);

	@Test
	void keepsTheOrder() {
		try (Parallel parallel = new Parallel(3)) {
			List<Integer> items = IntStream.range(0, 50).boxed().toList();
			assertThat(parallel.map(CALL, items, (item) -> item * 2))
				.containsExactlyElementsOf(items.stream().map((item) -> item * 2).toList());
		}
	}

	@Test
	void runsTogetherButNoMoreThanItsThreads() {
		AtomicInteger running = new AtomicInteger();
		CyclicBarrier together = new CyclicBarrier(3);
		try (Parallel parallel = new Parallel(3)) {
			List<Integer> seen = parallel.map(CALL, IntStream.range(0, 9).boxed().toList(), (item) -> {
				int now = running.incrementAndGet();
				meet(together);
				running.decrementAndGet();
				return now;
			});
			assertThat(seen).allSatisfy((now) -> assertThat(now).isLessThanOrEqualTo(3));
		}
	}

	@Test
	void throwsTheFailureAndEndsTheOthers() throws Exception {
		CloudException failure = CALL.unintelligible("nonsense");
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		try (Parallel parallel = new Parallel(2)) {
			assertThatExceptionOfType(CloudException.class)
				.isThrownBy(() -> parallel.map(CALL, List.of(1, 2), (item) -> {
					if (item == 1) {
						awaitQuietly(started, interrupted);
						throw failure;
					}
					started.countDown();
					awaitQuietly(new CountDownLatch(1), interrupted);
					return item;
				}))
				.isSameAs(failure);
			assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void interruptIsAFailureAndStaysSet() {
		try (Parallel parallel = new Parallel(1)) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(CloudException.class).isThrownBy(() -> parallel.map(CALL, List.of(1), (item) -> {
				awaitQuietly(new CountDownLatch(1), new CountDownLatch(1));
				return item;
			}));
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void callsHaveTheCauseOfTheCallerAndThreadsKeepNone() {
		try (Parallel parallel = new Parallel(1)) {
			assertThat(causes(parallel)).containsOnly(CallCause.PAGE);
			assertThat(CallCause.background(() -> causes(parallel))).containsOnly(CallCause.BACKGROUND);
			assertThat(causes(parallel)).containsOnly(CallCause.PAGE);
		}
	}

	@Test
	@Timeout(60)
	void noClickWaitsForTheBackground() throws Exception {
		CountDownLatch started = new CountDownLatch(2);
		CountDownLatch end = new CountDownLatch(1);
		try (Parallel parallel = new Parallel(2)) {
			CompletableFuture<List<Integer>> refresh = CompletableFuture
				.supplyAsync(() -> CallCause.background(() -> parallel.map(CALL, List.of(1, 2, 3, 4), (item) -> {
					started.countDown();
					awaitQuietly(end, new CountDownLatch(1));
					return item;
				})));
			started.await();
			assertThat(causes(parallel)).containsOnly(CallCause.PAGE);
			end.countDown();
			assertThat(refresh.get()).containsExactly(1, 2, 3, 4);
		}
	}

	private static List<CallCause> causes(Parallel parallel) {
		return parallel.map(CALL, List.of(1, 2), (item) -> CallCause.current());
	}

	private static void awaitQuietly(CountDownLatch latch, CountDownLatch interrupted) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			interrupted.countDown();
			Thread.currentThread().interrupt();
		}
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
