package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.support.LockException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets writes that concern the same certificate wait for each other, on whichever replica
 * they run.
 */
public class WriteLock {

	private static final Log logger = LogFactory.getLog(WriteLock.class);

	private static final int STRIPES = 64;

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private static final long PAUSE_MILLIS = 100;

	private final LockProvider provider;

	private final Duration patience;

	private final Clock clock;

	/**
	 * Creates the lock.
	 * @param provider locks across replicas; it keeps a lock alive as long as its process
	 * lives
	 * @param patience how long to wait for another write
	 * @param clock the clock
	 */
	WriteLock(LockProvider provider, Duration patience, Clock clock) {
		this.provider = provider;
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Does something while no other write concerns the same certificate.
	 * @param <T> what comes of it
	 * @param certificate what names the certificate: its id or fingerprint
	 * @param write what to do
	 * @return what came of it
	 * @throws WriteBusyException if the other write does not end in time
	 * @throws AuditUnavailableException if the database can't be asked
	 */
	public <T> T during(String certificate, Supplier<T> write) {
		SimpleLock lock = lock(name(certificate));
		try {
			return write.get();
		}
		finally {
			unlock(lock);
		}
	}

	/**
	 * Does something if no write concerns the same certificate just now.
	 * @param certificate what names the certificate: its id or fingerprint
	 * @param work what to do
	 */
	void unlessBusy(String certificate, Runnable work) {
		tryLock(name(certificate)).ifPresent((lock) -> {
			try {
				work.run();
			}
			finally {
				unlock(lock);
			}
		});
	}

	private static String name(String certificate) {
		return "write-" + Math.floorMod(certificate.hashCode(), STRIPES);
	}

	/**
	 * Gives a lock back. If the database can't be told, the lock ends by itself: what was
	 * done under it must not be hidden by that.
	 * @param lock the lock
	 */
	private static void unlock(SimpleLock lock) {
		try {
			lock.unlock();
		}
		catch (RuntimeException ex) {
			logger.warn("A lock could not be given back and ends by itself: " + ex);
		}
	}

	private SimpleLock lock(String name) {
		for (long waited = 0; waited <= this.patience.toMillis(); waited += PAUSE_MILLIS) {
			Optional<SimpleLock> lock = tryLock(name);
			if (lock.isPresent()) {
				return lock.get();
			}
			pause();
		}
		throw new WriteBusyException();
	}

	private Optional<SimpleLock> tryLock(String name) {
		try {
			return this.provider.lock(new LockConfiguration(this.clock.instant(), name, AT_MOST, Duration.ZERO));
		}
		catch (DataAccessException | TransactionException | LockException ex) {
			throw new AuditUnavailableException(ex);
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

}
