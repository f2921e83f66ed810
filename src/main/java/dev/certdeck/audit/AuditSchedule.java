package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Does what the audit trail needs at the start and from time to time, on one replica at a
 * time.
 */
public class AuditSchedule implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(AuditSchedule.class);

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private final LockProvider provider;

	private final Clock clock;

	private final List<Task> tasks = new ArrayList<>();

	private @Nullable ScheduledExecutorService executor;

	/**
	 * Creates the schedule.
	 * @param provider locks across replicas
	 * @param clock the clock
	 */
	public AuditSchedule(LockProvider provider, Clock clock) {
		this.provider = provider;
		this.clock = clock;
	}

	/**
	 * Adds a task.
	 * @param interval the time from its end to its next start
	 * @param name the name of its lock
	 * @param task what to do
	 * @return this schedule
	 */
	public AuditSchedule every(Duration interval, String name, Runnable task) {
		this.tasks.add(new Task(interval, name, task));
		return this;
	}

	private void run(Task task) {
		try {
			this.provider.lock(new LockConfiguration(this.clock.instant(), task.name(), AT_MOST, Duration.ZERO))
				.ifPresent((lock) -> {
					try {
						task.work().run();
					}
					finally {
						lock.unlock();
					}
				});
		}
		catch (RuntimeException | Error ex) {
			logger
				.warn("The task '%s' failed and is tried again in %s: %s".formatted(task.name(), task.interval(), ex));
		}
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit"));
		this.tasks.forEach((task) -> started.scheduleWithFixedDelay(() -> run(task), 0, task.interval().toMillis(),
				TimeUnit.MILLISECONDS));
		this.executor = started;
	}

	/**
	 * Starts no further task. One that runs is not interrupted, since H2 closes its file
	 * on a thread that is.
	 */
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

	private record Task(Duration interval, String name, Runnable work) {

	}

}
