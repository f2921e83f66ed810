package dev.certdeck.inventory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Runs the refresh in the background, one at a time: at the start, an interval after the
 * last one ended, and on request.
 */
class RefreshTimer {

	private final Runnable refresh;

	private final Duration interval;

	private @Nullable ScheduledExecutorService executor;

	private @Nullable Future<?> queued;

	private @Nullable Future<?> next;

	/**
	 * Creates the timer.
	 * @param refresh the refresh
	 * @param interval the time from the end of one refresh to the start of the next
	 */
	RefreshTimer(Runnable refresh, Duration interval) {
		this.refresh = refresh;
		this.interval = interval;
	}

	synchronized void start() {
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> new Thread(task, "inventory"));
		schedule(Duration.ZERO);
	}

	synchronized void stop() {
		if (this.executor != null) {
			this.executor.shutdownNow();
			this.executor = null;
			this.queued = null;
		}
	}

	synchronized boolean isRunning() {
		return this.executor != null;
	}

	/**
	 * Requests a refresh; requests that wait at the same time share one.
	 * @return completes when a refresh that starts from now on has ended; at once if the
	 * timer is stopped
	 */
	synchronized Future<?> request() {
		if (this.executor == null) {
			return CompletableFuture.completedFuture(null);
		}
		if (this.queued == null) {
			this.queued = this.executor.submit(this::run);
		}
		return this.queued;
	}

	private void run() {
		synchronized (this) {
			this.queued = null;
		}
		try {
			this.refresh.run();
		}
		finally {
			schedule(this.interval);
		}
	}

	private synchronized void schedule(Duration delay) {
		if (this.next != null) {
			this.next.cancel(false);
		}
		this.next = (this.executor != null) ? this.executor.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS)
				: null;
	}

}
