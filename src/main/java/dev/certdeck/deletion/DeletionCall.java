package dev.certdeck.deletion;

import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.UsageChecks;

/**
 * Asks the cloud to delete a certificate and records what became of it.
 */
class DeletionCall {

	private final CertificateStore store;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final AuditTrail trail;

	private final Patience patience;

	/**
	 * Creates the call.
	 * @param store the cloud's store
	 * @param inventory takes the certificate out of the snapshot
	 * @param checks look at what the cloud has found to use it
	 * @param trail records what becomes of it
	 * @param patience waits a moment for what the cloud carries out by itself
	 */
	DeletionCall(CertificateStore store, Inventory inventory, UsageChecks checks, AuditTrail trail, Patience patience) {
		this.store = store;
		this.inventory = inventory;
		this.checks = checks;
		this.trail = trail;
		this.patience = patience;
	}

	/**
	 * Sends the deletion of a certificate, once.
	 * @param certificate the certificate
	 * @param intent the number of its intent, which is recorded as sent
	 * @return what became of it
	 */
	Outcome send(Certificate certificate, long intent) {
		try {
			DeletionProgress progress = this.store.delete(certificate.id());
			if (progress instanceof DeletionProgress.Running running) {
				this.trail.running(intent, running.task());
				progress = this.patience.await(certificate.id(), running);
			}
			return outcome(certificate, intent, progress);
		}
		catch (CloudException ex) {
			if (ex.mayHaveTakenEffect()) {
				this.trail.note(intent, ex.error());
				return lookUp(certificate, intent, ex.error());
			}
			return refused(certificate, intent, ex.error());
		}
		finally {
			this.inventory.refresh();
		}
	}

	private Outcome outcome(Certificate certificate, long intent, DeletionProgress progress) {
		if (progress instanceof DeletionProgress.Running) {
			return new Outcome.Running(certificate.id());
		}
		if (progress instanceof DeletionProgress.Failed failed) {
			return refused(certificate, intent, failed.error());
		}
		this.inventory.forget(certificate.id());
		return deleted(certificate, intent, false);
	}

	private Outcome refused(Certificate certificate, long intent, CloudError cause) {
		this.trail.end(intent, AuditKind.DELETION, AuditResult.of(cause));
		// What the cloud has found and Certdeck has not is to be named on the page.
		if (cause.reason() == CloudException.Reason.BOUND) {
			this.checks.await(this.checks.startAnew(certificate.id()));
		}
		return new Outcome.RefusedByCloud(certificate, cause);
	}

	private Outcome deleted(Certificate certificate, long intent, boolean lookedUp) {
		this.trail.end(intent, AuditKind.DELETION,
				AuditResult.done(certificate.id(), lookedUp ? PendingDeletions.FOUND_GONE : ""));
		return new Outcome.Deleted(certificate, lookedUp);
	}

	private Outcome lookUp(Certificate certificate, long intent, CloudError lost) {
		try {
			return this.inventory.reread(certificate.id()).isEmpty() ? deleted(certificate, intent, true)
					: new Outcome.Unknown(certificate, lost, true);
		}
		catch (CloudException ex) {
			return new Outcome.Unknown(certificate, lost, false);
		}
	}

}
