package dev.certdeck.write;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.certdeck.audit.AuditUnavailableException;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.support.LockException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Serializes the writes to a certificate across replicas.
 */
public class WriteLock {

	private static final Log logger = LogFactory.getLog(WriteLock.class);

	private static final int STRIPES = 65_536;

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private static final long PAUSE_MILLIS = 100;

	private final LockProvider provider;

	private final Duration timeout;

	private final Clock clock;

	/**
	 * Creates the lock.
	 * @param provider locks across replicas; it keeps a lock alive as long as its process
	 * lives
	 * @param timeout how long to wait for another write
	 * @param clock the clock
	 */
	public WriteLock(LockProvider provider, Duration timeout, Clock clock) {
		this.provider = provider;
		this.timeout = timeout;
		this.clock = clock;
	}

	/**
	 * Acquires the lock of a certificate, and waits for another write if necessary.
	 * @param certificate the certificate's id or fingerprint
	 * @param pointless tells whether waiting for the other write is pointless
	 * @return the lock, which any thread may close, absent if waiting was pointless
	 * @throws WriteBusyException if the other write does not end in time
	 * @throws AuditUnavailableException if the database can't be asked
	 */
	Optional<Hold> hold(String certificate, BooleanSupplier pointless) {
		for (long waited = 0; waited <= this.timeout.toMillis(); waited += PAUSE_MILLIS) {
			Optional<Hold> hold = tryHold(certificate);
			if (hold.isPresent() || pointless.getAsBoolean()) {
				return hold;
			}
			pause();
		}
		throw new WriteBusyException();
	}

	/**
	 * Does something under the lock of a certificate, unless a write holds it.
	 * @param <T> the type of the result
	 * @param certificate the certificate's id or fingerprint
	 * @param work what to do
	 * @return the result, absent also if a write is under way
	 * @throws AuditUnavailableException if the database can't be asked
	 */
	<T> Optional<T> unlessBusy(String certificate, Supplier<Optional<T>> work) {
		return tryHold(certificate).flatMap((hold) -> {
			try (hold) {
				return work.get();
			}
		});
	}

	private Optional<Hold> tryHold(String certificate) {
		String name = "write-" + Math.floorMod(certificate.hashCode(), STRIPES);
		try {
			return this.provider.lock(new LockConfiguration(this.clock.instant(), name, AT_MOST, Duration.ZERO))
				.map((lock) -> () -> unlock(lock));
		}
		catch (DataAccessException | TransactionException | LockException ex) {
			throw new AuditUnavailableException(ex);
		}
	}

	private static void unlock(SimpleLock lock) {
		try {
			lock.unlock();
		}
		catch (RuntimeException ex) {
			// This failure must not hide the outcome of the write.
			logger.warn("A lock could not be released and expires by itself: " + ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WriteBusyException();
		}
	}

	/**
	 * A lock that is held until it is closed.
	 */
	@FunctionalInterface
	interface Hold extends AutoCloseable {

		@Override
		void close();

	}

}
