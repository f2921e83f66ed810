package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Brings counted events to the database from time to time, and once more after the last
 * request.
 */
class PeriodicFlush implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(PeriodicFlush.class);

	/**
	 * Later than the web server, which stops at {@code DEFAULT_PHASE - 2048}.
	 */
	private static final int PHASE = DEFAULT_PHASE - 4096;

	private static final Duration LONGEST_END = Duration.ofSeconds(10);

	private final FoldedEvents events;

	private final Duration interval;

	private final Clock clock;

	private @Nullable ScheduledExecutorService executor;

	PeriodicFlush(FoldedEvents events, Duration interval, Clock clock) {
		this.events = events;
		this.interval = interval;
		this.clock = clock;
	}

	private void flush() {
		try {
			this.events.flush(this.clock.instant());
		}
		catch (RuntimeException ex) {
			logger.warn("Counted events could not be kept: " + ex);
		}
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit-counts"));
		long millis = this.interval.toMillis();
		started.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
		this.executor = started;
	}

	/**
	 * Brings the rest. The thread is not interrupted, since H2 closes its file on a
	 * thread that is.
	 */
	@Override
	public synchronized void stop() {
		ScheduledExecutorService stopping = this.executor;
		this.executor = null;
		if (stopping == null) {
			return;
		}
		stopping.execute(this::flush);
		stopping.shutdown();
		try {
			if (!stopping.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("Counted events could not be kept in time");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
