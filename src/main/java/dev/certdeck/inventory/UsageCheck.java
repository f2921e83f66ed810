package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.certdeck.certificate.Usage;

/**
 * A look in the background at what uses one certificate.
 */
public final class UsageCheck {

	private final Instant startedAt;

	private final boolean fresh;

	private final Duration limit;

	private final FutureTask<Usage> task;

	/**
	 * Creates the check.
	 * @param startedAt when it starts
	 * @param fresh whether the cloud must look itself, and not remember
	 * @param limit how long it waits at most for the cloud, zero if the cloud answers at
	 * once
	 * @param look asks and takes what was found
	 */
	UsageCheck(Instant startedAt, boolean fresh, Duration limit, Function<UsageCheck, Usage> look) {
		this.startedAt = startedAt;
		this.fresh = fresh;
		this.limit = limit;
		this.task = new FutureTask<>(() -> look.apply(this));
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

	boolean isFresh() {
		return this.fresh;
	}

	/**
	 * Waits for the end of the check.
	 * @return what was found
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
	 * @param patience how long to wait at most
	 */
	void await(Duration patience) {
		try {
			this.task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
