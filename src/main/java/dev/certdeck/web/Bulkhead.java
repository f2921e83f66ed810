package dev.certdeck.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of permits for work that may take long. A bounded number of threads
 * may wait for one, in order of arrival.
 */
public final class Bulkhead {

	private final Semaphore permits;

	private final Semaphore waiting;

	private final Duration timeout;

	/**
	 * Creates the bulkhead.
	 * @param permits the number of permits
	 * @param waiting maximum number of threads that wait for one
	 * @param timeout how long a thread waits
	 */
	public Bulkhead(int permits, int waiting, Duration timeout) {
		this.permits = new Semaphore(permits, true);
		this.waiting = new Semaphore(waiting);
		this.timeout = timeout;
	}

	/**
	 * Acquires a permit.
	 * @return {@code false} if none is released within the timeout, or at once if too
	 * many threads wait already
	 */
	public boolean tryAcquire() {
		try {
			return this.permits.tryAcquire(0, TimeUnit.MILLISECONDS) || await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean await() throws InterruptedException {
		if (!this.waiting.tryAcquire()) {
			return false;
		}
		try {
			return this.permits.tryAcquire(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		finally {
			this.waiting.release();
		}
	}

	/**
	 * Releases a permit.
	 */
	public void release() {
		this.permits.release();
	}

}
