package dev.certdeck.write;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Executes writes in the background, with the logging context of their requests.
 */
class BackgroundWrites {

	private static final Log logger = LogFactory.getLog(BackgroundWrites.class);

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final ExecutorService executor;

	BackgroundWrites(ExecutorService executor) {
		this.executor = executor;
	}

	/**
	 * Executes a write, and waits a moment for its outcome.
	 * @param work the write
	 * @param end called when the write has ended, or if it can't be started
	 * @param wait how long to wait
	 * @return the outcome as far as it is known
	 */
	WriteOutcome execute(Supplier<WriteOutcome> work, Runnable end, Duration wait) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		CompletableFuture<WriteOutcome> started;
		try {
			started = CompletableFuture.supplyAsync(() -> with(context, work), this.executor);
		}
		catch (RejectedExecutionException ex) {
			end.run();
			throw ex;
		}
		return await(started.whenComplete((outcome, failure) -> end.run()), wait);
	}

	private static WriteOutcome with(@Nullable Map<String, String> context, Supplier<WriteOutcome> work) {
		try {
			MDC.setContextMap((context != null) ? context : Map.of());
			return work.get();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A write failed; its intent stays open and is resolved later: " + ex);
			throw ex;
		}
		finally {
			MDC.clear();
		}
	}

	private static WriteOutcome await(CompletableFuture<WriteOutcome> outcome, Duration wait) {
		try {
			return outcome.get(wait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new CompletionException(ex.getCause());
		}
		catch (TimeoutException ex) {
			return WriteOutcome.Running.WITHOUT_TASK;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return WriteOutcome.Running.WITHOUT_TASK;
		}
	}

	/**
	 * Starts no further writes, and waits for those that are under way.
	 */
	void shutdown() {
		this.executor.shutdown();
		try {
			if (!this.executor.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("Writes are still under way; their outcomes are resolved after the next start");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
