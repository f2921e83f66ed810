package dev.certdeck.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of permits for work that may take long. A bounded number of threads
 * may wait for one, in order of arrival.
 */
public final class Bulkhead {

	private final Semaphore places;

	private final Semaphore waiting;

	private final Duration patience;

	/**
	 * Creates the bulkhead.
	 * @param places how many
	 * @param waiting how many may wait for one
	 * @param patience how long to wait for one
	 */
	public Bulkhead(int places, int waiting, Duration patience) {
		this.places = new Semaphore(places, true);
		this.waiting = new Semaphore(waiting);
		this.patience = patience;
	}

	/**
	 * Acquires a permit.
	 * @return {@code false} if there is none within the patience, or at once if too many
	 * wait already
	 */
	public boolean enter() {
		try {
			return this.places.tryAcquire(0, TimeUnit.MILLISECONDS) || await();
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
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		finally {
			this.waiting.release();
		}
	}

	/**
	 * Releases a permit.
	 */
	public void leave() {
		this.places.release();
	}

}
