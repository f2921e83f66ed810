package dev.certdeck.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseWatch}.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseWatchTests {

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger questions = new AtomicInteger();

	private final CountDownLatch asked = new CountDownLatch(1);

	private volatile boolean away = true;

	private final DatabaseWatch watch = new DatabaseWatch(this::ask, this.executor, Duration.ofMillis(20));

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void databaseIsAwayFromTheFirstQuestionInVainUntilItAnswers(CapturedOutput output) throws Exception {
		assertThat(this.watch.isAway()).isFalse();
		this.watch.suspect();
		this.watch.suspect();
		until(true);
		while (this.questions.get() < 5) {
			Thread.sleep(10);
		}
		assertThat(this.watch.isAway()).isTrue();
		this.away = false;
		until(false);
		assertThat(output.getAll().lines().filter((line) -> line.contains("does not answer"))).hasSize(1);
		assertThat(output.getAll().lines().filter((line) -> line.contains("answers again"))).hasSize(1);
		this.away = true;
		this.watch.suspect();
		until(true);
	}

	@Test
	void failureOfOneStatementIsNoBreakdown() throws Exception {
		this.away = false;
		this.watch.suspect();
		assertThat(this.asked.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.watch.isAway()).isFalse();
	}

	@Test
	void nobodyAsksWhileAllIsWell() throws Exception {
		Thread.sleep(100);
		assertThat(this.questions).hasValue(0);
	}

	@Test
	void suspicionAfterTheEndIsIgnored() {
		this.executor.shutdown();
		this.watch.suspect();
		assertThat(this.watch.isAway()).isFalse();
	}

	private void ask() {
		this.questions.incrementAndGet();
		this.asked.countDown();
		if (this.away) {
			throw new DataAccessResourceFailureException("no connection");
		}
	}

	private void until(boolean away) throws InterruptedException {
		while (this.watch.isAway() != away) {
			Thread.sleep(10);
		}
	}

}
