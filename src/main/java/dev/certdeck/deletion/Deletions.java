package dev.certdeck.deletion;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditedCertificate;
import dev.certdeck.audit.Ending;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.HeldCertificate;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deletes certificates: reads the certificate and what uses it once more, applies the
 * policy, records the intent, asks the cloud once, and records what became of it.
 */
class Deletions {

	private static final Log logger = LogFactory.getLog(Deletions.class);

	private final CertificateStore store;

	private final Inventory inventory;

	private final DeletionPolicy policy;

	private final Function<Deletability, String> reasons;

	private final AuditTrail trail;

	private final WriteLock lock;

	private final Patience patience;

	private final Clock clock;

	/**
	 * Creates the deletions.
	 * @param store the cloud's store
	 * @param inventory reads the certificate and takes it out of the snapshot
	 * @param policy decides whether it can be deleted
	 * @param reasons puts the reasons against a deletion into words
	 * @param trail records what is asked and what becomes of it
	 * @param lock keeps deletions of one certificate apart
	 * @param patience waits a moment for what the cloud carries out by itself
	 * @param clock the clock
	 */
	Deletions(CertificateStore store, Inventory inventory, DeletionPolicy policy,
			Function<Deletability, String> reasons, AuditTrail trail, WriteLock lock, Patience patience, Clock clock) {
		this.store = store;
		this.inventory = inventory;
		this.policy = policy;
		this.reasons = reasons;
		this.trail = trail;
		this.lock = lock;
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Deletes a certificate if nothing speaks against it.
	 * @param id the certificate's id
	 * @param actor who wishes it
	 * @return what became of it
	 * @throws CloudException if the certificate can't be read; nothing was changed then
	 * @throws dev.certdeck.audit.AuditUnavailableException if the wish can't be recorded;
	 * nothing was changed then
	 * @throws dev.certdeck.audit.WriteBusyException if another write to the certificate
	 * does not end in time; nothing was changed by this one then
	 */
	Outcome delete(CertificateId id, Actor actor) {
		return this.lock.during(id.value(), () -> deleteAlone(id, actor));
	}

	private Outcome deleteAlone(CertificateId id, Actor actor) {
		if (isRunning(id)) {
			return new Outcome.Running(id);
		}
		Optional<HeldCertificate> held = this.store.read(id);
		Optional<Entry> current = this.inventory.take(id, held.map(HeldCertificate::certificate));
		if (held.isEmpty() || current.isEmpty()) {
			return new Outcome.Gone(id);
		}
		Entry entry = current.get();
		AuditedCertificate audited = AuditedCertificate.of(held.get());
		Deletability deletability = this.policy.decide(entry.certificate(), entry.usage(), this.clock.instant());
		if (!deletability.isAllowed()) {
			this.trail.record(AuditKind.DELETION, actor, audited, Ending.refused(this.reasons.apply(deletability)));
			return new Outcome.Refused(entry);
		}
		Outcome outcome = ask(entry.certificate(), this.trail.intend(AuditKind.DELETION, actor, audited, null));
		logger.info("Deletion of %s by %s: %s".formatted(id, actor.subject(), outcome.getClass().getSimpleName()));
		return outcome;
	}

	/**
	 * Tells whether the cloud is deleting a certificate.
	 * @param id the certificate's id
	 * @return {@code true} if it was asked to and has not been found to have ended
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	boolean isRunning(CertificateId id) {
		return this.trail.lastDeletion(id).filter(AuditEntry::isRunning).isPresent();
	}

	private Outcome ask(Certificate certificate, long intent) {
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
				this.trail.note(intent, ex);
				return lookUp(certificate, intent, ex);
			}
			return refused(certificate, intent, ex);
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
			return refused(certificate, intent, failed.cause());
		}
		this.inventory.forget(certificate.id());
		return deleted(certificate, intent, false);
	}

	private Outcome refused(Certificate certificate, long intent, CloudException cause) {
		this.trail.end(intent, AuditKind.DELETION, Ending.of(cause));
		if (cause.reason() == CloudException.Reason.BOUND) {
			findResources(certificate.id());
		}
		return new Outcome.RefusedByCloud(certificate, cause);
	}

	/**
	 * Looks for the resources that the cloud has found and Certdeck has not, so that the
	 * page can name them.
	 * @param id the certificate's id
	 */
	private void findResources(CertificateId id) {
		try {
			this.inventory.reread(id);
		}
		catch (CloudException ex) {
			logger.warn("Could not look for the resources that use %s: %s".formatted(id, ex.getMessage()));
		}
	}

	private Outcome deleted(Certificate certificate, long intent, boolean lookedUp) {
		this.trail.end(intent, AuditKind.DELETION,
				Ending.done(certificate.id(), lookedUp ? PendingDeletions.FOUND_GONE : ""));
		return new Outcome.Deleted(certificate, lookedUp);
	}

	private Outcome lookUp(Certificate certificate, long intent, CloudException lost) {
		try {
			return this.inventory.reread(certificate.id()).isEmpty() ? deleted(certificate, intent, true)
					: new Outcome.Unknown(certificate, lost, true);
		}
		catch (CloudException ex) {
			return new Outcome.Unknown(certificate, lost, false);
		}
	}

}
