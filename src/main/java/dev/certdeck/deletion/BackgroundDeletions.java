package dev.certdeck.deletion;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.certdeck.audit.WriteLock;
import dev.certdeck.inventory.UsageChecks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Carries deletions out in the background, since they may take minutes. Whoever wished a
 * quick one is told its outcome at once.
 */
class BackgroundDeletions implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(BackgroundDeletions.class);

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final Deleter deleter;

	private final UsageChecks checks;

	private final ExecutorService executor;

	private final Duration patience;

	/**
	 * Creates the deletions.
	 * @param deleter carries one out
	 * @param checks the looks for which deletions wait
	 * @param executor runs deletions, as many at a time as it has threads; these are
	 * never interrupted, since H2 closes its file on a thread that is
	 * @param patience how long to wait for an outcome
	 */
	BackgroundDeletions(Deleter deleter, UsageChecks checks, ExecutorService executor, Duration patience) {
		this.deleter = deleter;
		this.checks = checks;
		this.executor = executor;
		this.patience = patience;
	}

	/**
	 * Carries a wish out and waits a moment for its outcome.
	 * @param wish the wish
	 * @param hold what keeps other writes away; it is closed at the end
	 * @return the outcome, {@link Outcome.Running} if there is none yet
	 */
	Outcome carryOut(Wish wish, WriteLock.Hold hold) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		CompletableFuture<Outcome> outcome = begin(() -> carryOut(wish, context))
			.whenComplete((ended, failure) -> hold.close());
		try {
			return outcome.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new CompletionException(ex.getCause());
		}
		catch (TimeoutException ex) {
			return new Outcome.Running(wish.id());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome.Running(wish.id());
		}
	}

	private CompletableFuture<Outcome> begin(Supplier<Outcome> work) {
		try {
			return CompletableFuture.supplyAsync(work, this.executor);
		}
		catch (RuntimeException | Error ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private Outcome carryOut(Wish wish, @Nullable Map<String, String> context) {
		try {
			MDC.setContextMap((context != null) ? context : Map.of());
			return this.deleter.carryOut(wish);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Intent %d to delete %s stays open and is resolved later: %s".formatted(wish.intent(),
					wish.id(), ex));
			throw ex;
		}
		finally {
			MDC.clear();
		}
	}

	/**
	 * Ends the looks, so that what was not sent will not be, and lets what was sent come
	 * to its record.
	 */
	@Override
	public void close() {
		this.checks.close();
		this.executor.shutdown();
		try {
			if (!this.executor.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("Deletions are under way still; their outcome is looked up at the next start");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
