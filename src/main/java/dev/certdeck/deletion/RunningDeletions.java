package dev.certdeck.deletion;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the latest deletion of a certificate is, and records its outcome when it
 * has one. Nothing is sent again.
 */
class RunningDeletions {

	private static final Log logger = LogFactory.getLog(RunningDeletions.class);

	private final AuditTrail trail;

	private final PendingDeletions pending;

	private final WriteLock lock;

	private final Executor executor;

	private final TaskProperties times;

	private final Clock clock;

	private final Set<CertificateId> asking = ConcurrentHashMap.newKeySet();

	/**
	 * Creates the deletions.
	 * @param trail the audit trail
	 * @param pending asks the cloud
	 * @param lock tells whether a replica is at work on a deletion
	 * @param executor asks, as many at a time as it has threads
	 * @param times how long to wait, and after what time the outcome counts as not known
	 * yet
	 * @param clock the clock
	 */
	RunningDeletions(AuditTrail trail, PendingDeletions pending, WriteLock lock, Executor executor,
			TaskProperties times, Clock clock) {
		this.trail = trail;
		this.pending = pending;
		this.lock = lock;
		this.executor = executor;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Looks at the latest deletion. The cloud is asked in the background, once at a time
	 * for each certificate, and who lets it be asked waits a moment for the answer.
	 * @param id the certificate's id
	 * @return the deletion as far as it is known, if there was one
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	Optional<AuditEntry> look(CertificateId id) {
		Optional<AuditEntry> last = this.trail.lastDeletion(id);
		if (last.filter(AuditEntry::isOpen).isEmpty() || !this.asking.add(id)) {
			return last;
		}
		ask(id).completeOnTimeout(null, this.times.patience().toMillis(), TimeUnit.MILLISECONDS).join();
		return this.trail.lastDeletion(id);
	}

	private CompletableFuture<@Nullable Void> ask(CertificateId id) {
		return CompletableFuture.runAsync(() -> follow(id), this.executor).handle((nothing, failure) -> {
			this.asking.remove(id);
			if (failure != null) {
				logger.warn("Could not ask how far a deletion is: " + failure);
			}
			return null;
		});
	}

	/**
	 * Asks the cloud how far a deletion is, unless a replica is at work on it, and
	 * records the outcome. The lock is not held meanwhile, since the next write must not
	 * wait for a question: the outcome counts only if there was no later wish.
	 * @param id the certificate's id
	 */
	private void follow(CertificateId id) {
		AtomicReference<@Nullable AuditEntry> sent = new AtomicReference<>();
		this.lock.unlessBusy(id.value(), () -> open(id).ifPresent((intent) -> {
			if (intent.isUnsent()) {
				end(intent, AuditResult.unsent());
			}
			else {
				sent.set(intent);
			}
		}));
		AuditEntry intent = sent.get();
		if (intent == null) {
			return;
		}
		try {
			this.pending.resolve(intent, false)
				.ifPresent((ending) -> this.lock.unlessBusy(id.value(),
						() -> open(id).filter((last) -> last.id() == intent.id())
							.ifPresent((last) -> end(last, ending))));
		}
		catch (CloudException ex) {
			logger.warn("Could not ask how far a deletion is: " + ex.getMessage());
		}
	}

	private Optional<AuditEntry> open(CertificateId id) {
		return this.trail.lastDeletion(id).filter(AuditEntry::isOpen);
	}

	private void end(AuditEntry intent, AuditResult result) {
		this.trail.end(intent.id(), AuditKind.DELETION, result);
	}

	/**
	 * Tells whether a deletion takes longer than it should.
	 * @param entry a deletion
	 * @return {@code true} if its outcome counts as not known yet
	 */
	boolean isLate(AuditEntry entry) {
		return entry.sentOrWishedAt().plus(this.times.limit()).isBefore(this.clock.instant());
	}

}
