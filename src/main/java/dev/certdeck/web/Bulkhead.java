package dev.certdeck.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of places for what may take long. As many as have a place may wait for
 * one.
 */
final class Bulkhead {

	private final Semaphore places;

	private final Semaphore waiting;

	private final Duration patience;

	/**
	 * Creates the places.
	 * @param places how many
	 * @param patience how long to wait for one
	 */
	Bulkhead(int places, Duration patience) {
		this.places = new Semaphore(places);
		this.waiting = new Semaphore(places);
		this.patience = patience;
	}

	/**
	 * Takes a place.
	 * @return {@code false} if there is none within the patience, or at once if too many
	 * wait already
	 */
	boolean enter() {
		if (this.places.tryAcquire()) {
			return true;
		}
		if (!this.waiting.tryAcquire()) {
			return false;
		}
		try {
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.waiting.release();
		}
	}

	/**
	 * Gives a place back.
	 */
	void leave() {
		this.places.release();
	}

}
