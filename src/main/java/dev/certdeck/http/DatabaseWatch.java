package dev.certdeck.http;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.NestedExceptionUtils;

/**
 * Knows whether the database is away. After a reported failure it tests the database
 * every second until it answers; meanwhile no request waits for it.
 */
class DatabaseWatch {

	private static final Log logger = LogFactory.getLog(DatabaseWatch.class);

	private final Runnable probe;

	private final ScheduledExecutorService executor;

	private final Duration interval;

	private boolean watching;

	private volatile boolean away;

	/**
	 * Creates the watch.
	 * @param probe tests the database, and throws an exception if it does not answer
	 * @param executor runs the tests
	 * @param interval the time between two tests while the database is away
	 */
	DatabaseWatch(Runnable probe, ScheduledExecutorService executor, Duration interval) {
		this.probe = probe;
		this.executor = executor;
		this.interval = interval;
	}

	boolean isAway() {
		return this.away;
	}

	/**
	 * Reports a failure of the database. Whether it is away is decided by a test, since
	 * one failure may have other causes.
	 */
	synchronized void suspect() {
		if (!this.watching && !this.executor.isShutdown()) {
			this.watching = true;
			this.executor.execute(this::test);
		}
	}

	private void test() {
		boolean answers = answers();
		synchronized (this) {
			this.away = !answers;
			this.watching = !answers;
			if (!answers && !this.executor.isShutdown()) {
				this.executor.schedule(this::test, this.interval.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
	}

	private boolean answers() {
		try {
			this.probe.run();
			if (this.away) {
				logger.info("The database answers again");
			}
			return true;
		}
		catch (RuntimeException ex) {
			if (!this.away) {
				logger.error("The database does not answer and is asked every %s: %s".formatted(this.interval,
						NestedExceptionUtils.getMostSpecificCause(ex)));
			}
			return false;
		}
	}

}
