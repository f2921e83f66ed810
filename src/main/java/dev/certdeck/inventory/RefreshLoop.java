package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.certdeck.inventory.InventoryState.Requests;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Exchanges the snapshot with the other replicas again and again, and does the jobs of
 * the refresh that are due unless another replica does them. Its threads are never
 * interrupted, since H2 closes its file on an interrupted thread.
 */
class RefreshLoop {

	private static final Log logger = LogFactory.getLog(RefreshLoop.class);

	private final List<RefreshJob> jobs;

	private final InventoryRows rows;

	private final SharedSnapshot shared;

	private final Duration pause;

	private final Clock clock;

	private final Map<CompletableFuture<Void>, Requests> waiting = new ConcurrentHashMap<>();

	private @Nullable ScheduledExecutorService executor;

	private volatile boolean failing;

	private volatile @Nullable Instant exchangedAt;

	/**
	 * Creates the loop.
	 * @param jobs the jobs
	 * @param rows locks them
	 * @param shared exchanges the snapshot
	 * @param pause the time from one exchange to the next
	 * @param clock the clock
	 */
	RefreshLoop(List<RefreshJob> jobs, InventoryRows rows, SharedSnapshot shared, Duration pause, Clock clock) {
		this.clock = clock;
		this.jobs = List.copyOf(jobs);
		this.rows = rows;
		this.shared = shared;
		this.pause = pause;
	}

	synchronized void start() {
		ScheduledExecutorService threads = Executors.newScheduledThreadPool(this.jobs.size() + 1,
				(task) -> new Thread(task, "refresh"));
		threads.scheduleWithFixedDelay(() -> turn(this::exchange), 0, this.pause.toMillis(), TimeUnit.MILLISECONDS);
		this.jobs.forEach((job) -> threads.scheduleWithFixedDelay(() -> turn(job), 0, this.pause.toMillis(),
				TimeUnit.MILLISECONDS));
		this.executor = threads;
	}

	synchronized void stop() {
		if (this.executor != null) {
			this.executor.shutdown();
			this.executor = null;
		}
		this.waiting.keySet().forEach((future) -> future.complete(null));
	}

	synchronized boolean isRunning() {
		return this.executor != null;
	}

	/**
	 * Returns when this replica last exchanged its snapshot with the others.
	 * @return the instant, absent if it never did
	 */
	@Nullable Instant exchangedAt() {
		return this.exchangedAt;
	}

	/**
	 * Requests a refresh.
	 * @param withUsage whether the usage of all certificates is to be asked for
	 * @return completes when a refresh that starts from now on has ended, even in
	 * failure; at once if the loop is stopped or the database can't be asked
	 */
	synchronized Future<?> request(boolean withUsage) {
		CompletableFuture<Void> future = new CompletableFuture<>();
		if (this.executor == null) {
			future.complete(null);
			return future;
		}
		try {
			this.waiting.put(future, this.shared.request(withUsage));
			wake();
		}
		catch (RejectedExecutionException | DataAccessException | TransactionException ex) {
			logger.warn("A refresh could not be requested: " + ex);
			future.complete(null);
		}
		return future;
	}

	private synchronized void wake() {
		ScheduledExecutorService threads = this.executor;
		if (threads != null) {
			this.jobs.forEach((job) -> threads.execute(() -> turn(job)));
		}
	}

	/**
	 * Exchanges the snapshot with the other replicas, and does a job if it is due.
	 * @param job the job
	 */
	void turn(RefreshJob job) {
		turn(() -> attempt(job));
	}

	private void turn(Runnable step) {
		try {
			step.run();
			this.failing = false;
		}
		catch (CancellationException ex) {
			logger.debug("The refresh is stopped");
		}
		catch (RuntimeException | Error ex) {
			if (!this.failing) {
				logger.warn("The inventory can't be exchanged with the database and stays as it is: " + ex);
			}
			this.failing = true;
		}
		finish();
	}

	/**
	 * Exchanges the snapshot. While the jobs wait for the cloud, another thread does it.
	 */
	private void exchange() {
		this.shared.exchange();
		this.exchangedAt = this.clock.instant();
	}

	private void attempt(RefreshJob job) {
		exchange();
		if (job.isDue()) {
			this.rows.lock(job.name()).ifPresent((lock) -> {
				try {
					this.shared.exchange();
					repeat(job);
				}
				finally {
					lock.unlock();
				}
				// Another job may have waited for this one.
				wake();
			});
		}
	}

	private void repeat(RefreshJob job) {
		do {
			job.run();
			finish();
		}
		while (job.isDue() && isRunning());
	}

	private void finish() {
		Requests served = this.shared.state().requests();
		this.waiting.forEach((future, requested) -> {
			if (served.areServed(requested)) {
				this.waiting.remove(future);
				future.complete(null);
			}
		});
	}

}
