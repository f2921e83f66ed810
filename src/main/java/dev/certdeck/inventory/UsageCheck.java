package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.Usage;

/**
 * A check of the usage of one certificate in the background.
 */
public final class UsageCheck {

	private final Instant startedAt;

	private final Look look;

	private final Duration limit;

	private final FutureTask<Usage> task;

	/**
	 * Creates the check.
	 * @param startedAt when it starts
	 * @param look how closely it searches
	 * @param limit how long it waits at most for the cloud, zero if the cloud answers at
	 * once
	 * @param search finds the usage and puts it into the snapshot
	 */
	UsageCheck(Instant startedAt, Look look, Duration limit, Function<UsageCheck, Usage> search) {
		this.startedAt = startedAt;
		this.look = look;
		this.limit = limit;
		this.task = new FutureTask<>(() -> search.apply(this));
	}

	/**
	 * Returns when the check was started.
	 * @return the instant
	 */
	public Instant startedAt() {
		return this.startedAt;
	}

	/**
	 * Returns how long the check waits at most for the cloud.
	 * @return the limit, zero if the cloud answers at once
	 */
	public Duration limit() {
		return this.limit;
	}

	/**
	 * Tells whether the check searches as closely as asked.
	 * @param asked how closely to search
	 * @return {@code true} if it is at least as close
	 */
	boolean does(Look asked) {
		return this.look.compareTo(asked) >= 0;
	}

	/**
	 * Waits for the end of the check.
	 * @return the usage
	 * @throws CancellationException if the check was stopped
	 */
	public Usage await() {
		try {
			return this.task.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("What uses a certificate could not be asked", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for what uses a certificate");
		}
	}

	/**
	 * Waits a while for the end of the check, however it ends.
	 * @param timeout how long to wait at most
	 */
	void await(Duration timeout) {
		try {
			this.task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException | CancellationException ex) {
			// The page tells what is known.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void run() {
		this.task.run();
	}

	void cancel() {
		this.task.cancel(true);
	}

}
