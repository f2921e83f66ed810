package dev.certdeck.write;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

import dev.certdeck.audit.TestTrail;

/**
 * Makes what executes and resolves writes for the tests of their kinds.
 */
public final class TestWrites {

	/**
	 * After what time a call that has had no effect will have none.
	 */
	public static final Duration OUTCOME_TIMEOUT = Duration.ofMinutes(3);

	private TestWrites() {
	}

	/**
	 * Makes a lock.
	 * @param audit the database of the lock
	 * @return the lock
	 */
	public static WriteLock lock(TestTrail audit) {
		return new WriteLock(audit.locks(), Duration.ofSeconds(20), Clock.systemUTC());
	}

	/**
	 * Does something while no other write concerns the same certificate.
	 * @param audit the database of the lock
	 * @param key the key of the lock
	 * @param work what to do
	 */
	public static void locked(TestTrail audit, String key, Runnable work) {
		try (WriteLock.Hold hold = lock(audit).hold(key, () -> false).orElseThrow()) {
			work.run();
		}
	}

	/**
	 * Makes what executes writes.
	 * @param audit the audit trail
	 * @param executor executes them in the background
	 * @param writes the kinds of writes
	 * @return the writes
	 */
	public static CloudWrites writes(TestTrail audit, ExecutorService executor, CloudWrite<?>... writes) {
		return new CloudWrites(audit.trail(), lock(audit), executor,
				() -> List.of(writes).forEach(CloudWrite::cancelChecks));
	}

	/**
	 * Makes what resolves writes.
	 * @param audit the audit trail
	 * @param executor asks for pages
	 * @param clock the clock
	 * @param writes the kinds of writes
	 * @return the resolver
	 */
	public static WriteResolver resolver(TestTrail audit, Executor executor, Clock clock, CloudWrite<?>... writes) {
		return new WriteResolver(audit.trail(), List.of(writes), lock(audit), executor,
				(intent) -> intent.isOlderThan(OUTCOME_TIMEOUT, clock.instant()));
	}

}
