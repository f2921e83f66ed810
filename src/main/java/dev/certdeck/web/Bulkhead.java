package dev.certdeck.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of places for what may take long. A bounded number may wait for one,
 * whoever came first getting it first.
 */
public final class Bulkhead {

	private final Semaphore places;

	private final Semaphore waiting;

	private final Duration patience;

	/**
	 * Creates the places.
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
	 * Takes a place.
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
	 * Gives a place back.
	 */
	public void leave() {
		this.places.release();
	}

}
