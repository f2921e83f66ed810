package dev.certdeck.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Resolves open intents by asking the cloud: those that a crash or a broken connection
 * left, and those of the cloud's tasks. Nothing is sent again.
 */
public class WriteResolver {

	private static final Log logger = LogFactory.getLog(WriteResolver.class);

	private final AuditTrail trail;

	private final Map<AuditKind, CloudWrite<?>> writes;

	private final WriteLock lock;

	private final Executor executor;

	private final Predicate<AuditEntry> overdue;

	private final Set<Long> asking = ConcurrentHashMap.newKeySet();

	/**
	 * Creates the resolver.
	 * @param trail the audit trail
	 * @param writes the kinds of writes
	 * @param lock tells whether a replica is executing a write
	 * @param executor asks the cloud for pages that wait
	 * @param overdue tells whether an intent was sent so long ago that a call which has
	 * had no effect yet will have none
	 */
	public WriteResolver(AuditTrail trail, List<? extends CloudWrite<?>> writes, WriteLock lock, Executor executor,
			Predicate<AuditEntry> overdue) {
		this.trail = trail;
		this.writes = writes.stream().collect(Collectors.toMap(CloudWrite::kind, Function.identity()));
		this.lock = lock;
		this.executor = executor;
		this.overdue = overdue;
	}

	/**
	 * Tries to resolve every open intent.
	 */
	void resolveAll() {
		for (AuditEntry intent : this.trail.open()) {
			try {
				resolve(intent);
			}
			catch (RuntimeException ex) {
				logger.warn("The outcome of intent %d (%s) is still not known: %s".formatted(intent.id(), intent.kind(),
						ex));
			}
		}
	}

	/**
	 * Returns the latest write to a certificate. While it is open, the cloud is asked in
	 * the background, once at a time for each write; the caller that starts this waits a
	 * moment for the outcome.
	 * @param write the kind of write, one that may take minutes
	 * @param id the certificate's id
	 * @return the write as far as it is known, if there was one
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	public Optional<AuditEntry> latest(CloudWrite<?> write, CertificateId id) {
		Optional<AuditEntry> last = this.trail.last(write.kind(), id);
		if (write.initialWait() == null || last.filter(AuditEntry::isOpen).isEmpty()
				|| !this.asking.add(last.get().id())) {
			return last;
		}
		resolveInBackground(last.get()).completeOnTimeout(null, write.initialWait().toMillis(), TimeUnit.MILLISECONDS)
			.join();
		return this.trail.last(write.kind(), id);
	}

	private CompletableFuture<@Nullable Void> resolveInBackground(AuditEntry intent) {
		return CompletableFuture.runAsync(() -> resolve(intent), this.executor).handle((nothing, failure) -> {
			this.asking.remove(intent.id());
			if (failure != null) {
				logger.warn("Could not ask for the outcome of intent %d (%s): %s".formatted(intent.id(), intent.kind(),
						failure));
			}
			return null;
		});
	}

	/**
	 * Asks the cloud for the outcome of an intent, unless a replica is executing it, and
	 * records it. The lock is not held meanwhile, so that no write has to wait; the
	 * outcome counts only if no other write to the same certificate began since.
	 * @param seen the intent
	 * @return the entry as it is now
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 * @throws dev.certdeck.audit.AuditUnavailableException if the database can't be asked
	 */
	public AuditEntry resolve(AuditEntry seen) {
		CloudWrite<?> write = this.writes.get(seen.kind());
		if (write != null) {
			String key = write.lockKey(seen.subject());
			this.lock.unlessBusy(key, () -> begin(seen))
				.ifPresent((question) -> write.resolve(question.intent(), this.overdue.test(question.intent()))
					.flatMap((result) -> this.lock.unlessBusy(key, () -> end(question, result)))
					.ifPresent((result) -> write.after(question.intent(), new WriteOutcome.Ended(result))));
		}
		return this.trail.find(seen.id()).orElse(seen);
	}

	private Optional<Question> begin(AuditEntry seen) {
		Optional<AuditEntry> open = this.trail.find(seen.id()).filter(AuditEntry::isOpen);
		// The lock is free: the sender is gone, or will find that the intent has ended.
		open.filter(AuditEntry::isUnsent).ifPresent((intent) -> end(intent, AuditResult.unsent()));
		return open.filter((intent) -> !intent.isUnsent()).map((intent) -> new Question(intent, newestLike(intent)));
	}

	private Optional<AuditResult> end(Question question, AuditResult result) {
		AuditEntry intent = question.intent();
		boolean unchanged = this.trail.find(intent.id()).filter(AuditEntry::isOpen).isPresent()
				&& newestLike(intent) == question.newest();
		return unchanged
				? Optional.of(end(intent, isOfAnother(intent, result)
						? AuditResult.failed("The answer was lost; another write is known to have done it.") : result))
				: Optional.empty();
	}

	private long newestLike(AuditEntry intent) {
		return this.trail.writes(intent.kind(), intent.subject())
			.stream()
			.mapToLong(AuditEntry::id)
			.max()
			.orElse(intent.id());
	}

	private boolean isOfAnother(AuditEntry intent, AuditResult result) {
		return result.outcome() == AuditOutcome.DONE && result.certificate() != null
				&& this.trail.writes(intent.kind(), CertificateSummary.of(result.certificate()))
					.stream()
					.anyMatch((other) -> other.id() != intent.id() && other.outcome() == AuditOutcome.DONE);
	}

	private AuditResult end(AuditEntry intent, AuditResult result) {
		this.trail.end(intent, result);
		logger.info("Intent %d (%s) was found %s: %s".formatted(intent.id(), intent.kind(), result.outcome(),
				result.detail()));
		return result;
	}

	/**
	 * An intent for whose outcome the cloud is asked.
	 *
	 * @param intent the intent
	 * @param newest the number of the latest write to the same certificate at that time
	 */
	private record Question(AuditEntry intent, long newest) {

	}

}
