package dev.certdeck.deletion;

import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.IntentResolver;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of deletions whose outcome was lost: a certificate that the cloud
 * does not hold any more was deleted.
 */
class PendingDeletions implements IntentResolver {

	static final String FOUND_GONE = "The answer was lost; the certificate was looked up and is gone.";

	private final CertificateStore store;

	private final Inventory inventory;

	private final AuditTrail trail;

	PendingDeletions(CertificateStore store, Inventory inventory, AuditTrail trail) {
		this.store = store;
		this.inventory = inventory;
		this.trail = trail;
	}

	@Override
	public AuditKind kind() {
		return AuditKind.DELETION;
	}

	@Override
	public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
		CertificateId id = Optional.ofNullable(intent.certificate()).map(CertificateSummary::id).orElse(null);
		if (id == null) {
			return Optional.of(AuditResult.failed("The intent names no certificate."));
		}
		DeletionProgress progress = (intent.task() != null) ? follow(id, intent.task()) : null;
		if (progress instanceof DeletionProgress.Running) {
			return Optional.empty();
		}
		boolean gone = this.inventory.reread(id).isEmpty();
		if (progress instanceof DeletionProgress.Failed failed) {
			return Optional.of(AuditResult.of(failed.error()));
		}
		if (progress instanceof DeletionProgress.Done) {
			this.inventory.forget(id);
			return Optional.of(AuditResult.done(id, ""));
		}
		if (gone) {
			return Optional.of(this.trail.didAnother(intent, id)
					? AuditResult.failed("The answer was lost; the certificate was deleted by a later wish.")
					: AuditResult.done(id, FOUND_GONE));
		}
		return overdue ? Optional.of(AuditResult.failed("The answer was lost; the certificate is still held."))
				: Optional.empty();
	}

	/**
	 * Asks how far a task is.
	 * @param id the certificate's id
	 * @param task the task
	 * @return how far it is, absent if the cloud knows nothing of the task any more
	 * @throws CloudException if the cloud can't be asked
	 */
	private @Nullable DeletionProgress follow(CertificateId id, String task) {
		try {
			return this.store.follow(id, task);
		}
		catch (CloudException ex) {
			if (ex.failure() == CloudException.Failure.REFUSED
					|| ex.failure() == CloudException.Failure.UNINTELLIGIBLE) {
				return null;
			}
			throw ex;
		}
	}

}
