package dev.certdeck.deletion;

import java.util.List;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.HeldCertificate;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/**
 * Takes wishes to delete certificates: reads the certificate once more, records the
 * intent, and has the rest done in the background.
 */
class Deletions {

	private static final String GONE = "The cloud no longer held the certificate; nothing was sent.";

	private final CertificateStore store;

	private final Inventory inventory;

	private final AuditTrail trail;

	private final WriteLock lock;

	private final BackgroundDeletions background;

	/**
	 * Creates the deletions.
	 * @param store the cloud's store
	 * @param inventory takes what was read of the certificate
	 * @param trail records what is wished
	 * @param lock keeps deletions of one certificate apart
	 * @param background carries wishes out
	 */
	Deletions(CertificateStore store, Inventory inventory, AuditTrail trail, WriteLock lock,
			BackgroundDeletions background) {
		this.store = store;
		this.inventory = inventory;
		this.trail = trail;
		this.lock = lock;
		this.background = background;
	}

	/**
	 * Deletes a certificate if nothing speaks against it.
	 * @param id the certificate's id
	 * @param actor who wishes it
	 * @return what became of it, as far as that is known within a moment
	 * @throws CloudException if the certificate can't be read; nothing was changed then
	 * @throws dev.certdeck.audit.AuditUnavailableException if the wish can't be recorded;
	 * nothing was changed then
	 * @throws dev.certdeck.audit.WriteBusyException if another write to the certificate
	 * does not end in time; nothing was changed by this one then
	 */
	Outcome delete(CertificateId id, Actor actor) {
		return this.lock.hold(id.value(), () -> last(id).filter(AuditEntry::isOpen).isPresent())
			.map((hold) -> delete(id, actor, hold))
			.orElseGet(() -> new Outcome.Running(id));
	}

	private Outcome delete(CertificateId id, Actor actor, WriteLock.Hold hold) {
		Wish wish = null;
		try {
			if (isRunning(id)) {
				return new Outcome.Running(id);
			}
			wish = record(id, actor);
			return (wish != null) ? this.background.carryOut(wish, hold) : new Outcome.Gone(id);
		}
		finally {
			if (wish == null) {
				hold.close();
			}
		}
	}

	private @Nullable Wish record(CertificateId id, Actor actor) {
		Optional<Certificate> known = this.inventory.find(id).map(Entry::certificate);
		Optional<HeldCertificate> held = this.store.read(id);
		Optional<Entry> entry = this.inventory.take(id, held.map(HeldCertificate::certificate));
		if (held.isEmpty() || entry.isEmpty()) {
			recordGone(id, known, actor);
			return null;
		}
		CertificateSummary audited = CertificateSummary.of(held.get());
		return new Wish(entry.get(), this.trail.intend(AuditKind.DELETION, actor, audited, null));
	}

	private void recordGone(CertificateId id, Optional<Certificate> known, Actor actor) {
		CertificateSummary audited = known.map((certificate) -> new HeldCertificate(certificate, null))
			.map(CertificateSummary::of)
			.orElseGet(() -> new CertificateSummary(id, List.of(), null, null, null));
		this.trail.end(this.trail.intend(AuditKind.DELETION, actor, audited, null), AuditKind.DELETION,
				AuditResult.failed(GONE));
	}

	/**
	 * Tells whether a certificate is being deleted.
	 * @param id the certificate's id
	 * @return {@code true} if that was wished and has not been found to have ended
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	boolean isRunning(CertificateId id) {
		return last(id).filter(AuditEntry::isRunning).isPresent();
	}

	private Optional<AuditEntry> last(CertificateId id) {
		return this.trail.lastDeletion(id);
	}

}
