package dev.certdeck.write;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.certdeck.audit.AuditUnavailableException;
import dev.certdeck.audit.TestTrail;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link WriteLock}.
 */
@Timeout(60)
class WriteLockTests {

	private final WriteLock lock = TestWrites.lock(TestTrail.create(Clock.systemUTC()));

	private final ExecutorService executor = Executors.newFixedThreadPool(2);

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@Test
	void writesToOneCertificateWaitForEachOther() throws Exception {
		AtomicInteger inside = new AtomicInteger();
		CountDownLatch first = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		Future<Integer> one = this.executor.submit(() -> during(this.lock, "a", () -> {
			inside.incrementAndGet();
			first.countDown();
			await(goOn);
			return inside.getAndDecrement();
		}));
		first.await(30, TimeUnit.SECONDS);
		Future<Integer> two = this.executor.submit(() -> during(this.lock, "a", inside::incrementAndGet));
		assertThat(during(this.lock, "b", () -> "not kept")).isEqualTo("not kept");
		assertThat(two.isDone()).isFalse();
		goOn.countDown();
		assertThat(one.get()).isEqualTo(1);
		assertThat(two.get()).isEqualTo(1);
	}

	@Test
	void failedWriteGivesTheLockBack() {
		assertThatIllegalStateException().isThrownBy(() -> during(this.lock, "a", () -> {
			throw new IllegalStateException();
		}));
		assertThat(during(this.lock, "a", () -> "next")).isEqualTo("next");
	}

	@Test
	void impatientWriteIsNotDone() {
		WriteLock busy = new WriteLock((configuration) -> Optional.empty(), Duration.ZERO, Clock.systemUTC());
		assertThatExceptionOfType(WriteBusyException.class).isThrownBy(() -> during(busy, "a", () -> "done"));
	}

	@Test
	void certificatesSeldomShareALock() {
		Set<String> names = new HashSet<>();
		WriteLock counting = new WriteLock((configuration) -> {
			names.add(configuration.getName());
			return Optional.of(() -> {
			});
		}, Duration.ZERO, Clock.systemUTC());
		IntStream.range(0, 1000).forEach((number) -> during(counting, "id-%05d".formatted(number * 37), () -> "done"));
		assertThat(names).hasSizeGreaterThan(980);
	}

	@Test
	void nobodyWaitsWhereItIsPointless() {
		WriteLock.Hold hold = this.lock.hold("a", () -> false).orElseThrow();
		assertThat(this.lock.hold("a", () -> true)).isEmpty();
		hold.close();
		this.lock.hold("a", () -> true).orElseThrow().close();
	}

	@Test
	void holdIsClosedOnAnotherThread() throws Exception {
		WriteLock.Hold hold = this.lock.hold("a", () -> false).orElseThrow();
		this.executor.submit(hold::close).get();
		assertThat(during(this.lock, "a", () -> "next")).isEqualTo("next");
	}

	@Test
	void databaseThatIsAwayKeepsTheWriteFromBeingDone() {
		LockProvider away = (configuration) -> {
			throw new DataAccessResourceFailureException("away");
		};
		WriteLock broken = new WriteLock(away, Duration.ZERO, Clock.systemUTC());
		assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(() -> during(broken, "a", () -> "done"));
	}

	private static <T> T during(WriteLock lock, String certificate, Supplier<T> write) {
		try (WriteLock.Hold hold = lock.hold(certificate, () -> false).orElseThrow()) {
			return write.get();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
