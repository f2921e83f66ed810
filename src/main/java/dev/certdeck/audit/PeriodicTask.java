package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Runs a task at the start and then at a fixed delay, on a thread of its own. The thread
 * is never interrupted, since H2 closes its file on an interrupted thread.
 */
public class PeriodicTask implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(PeriodicTask.class);

	private static final Duration LOCK_AT_MOST = Duration.ofSeconds(30);

	private final String name;

	private final Duration delay;

	private final Runnable work;

	private @Nullable ScheduledExecutorService executor;

	/**
	 * Creates the task.
	 * @param name the name of its thread
	 * @param delay the time from the end of a run to the start of the next
	 * @param work what to do
	 */
	PeriodicTask(String name, Duration delay, Runnable work) {
		this.name = name;
		this.delay = delay;
		this.work = work;
	}

	/**
	 * Creates a task that runs on one replica at a time.
	 * @param name the name of its thread and its lock
	 * @param delay the time from the end of a run to the start of the next
	 * @param work what to do
	 * @param locks locks across replicas
	 * @param clock the clock
	 * @return the task
	 */
	public static PeriodicTask locked(String name, Duration delay, Runnable work, LockProvider locks, Clock clock) {
		LockingTaskExecutor locking = new DefaultLockingTaskExecutor(locks);
		return new PeriodicTask(name, delay, () -> locking.executeWithLock(work,
				new LockConfiguration(clock.instant(), name, LOCK_AT_MOST, Duration.ZERO)));
	}

	private void run() {
		try {
			this.work.run();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The task '%s' failed and is tried again in %s: %s".formatted(this.name, this.delay, ex));
		}
	}

	@Override
	public synchronized void start() {
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> new Thread(task, this.name));
		this.executor.scheduleWithFixedDelay(this::run, 0, this.delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		if (this.executor != null) {
			this.executor.shutdown();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

}
