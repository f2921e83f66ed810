package dev.certdeck.deletion;

import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditedCertificate;
import dev.certdeck.audit.Ending;
import dev.certdeck.audit.IntentResolver;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.inventory.Inventory;

/**
 * Finds out what became of deletions whose outcome was lost: a certificate that the cloud
 * does not hold any more was deleted.
 */
class PendingDeletions implements IntentResolver {

	static final String FOUND_GONE = "The answer was lost; the certificate was looked up and is gone.";

	private final Inventory inventory;

	private final AuditTrail trail;

	PendingDeletions(Inventory inventory, AuditTrail trail) {
		this.inventory = inventory;
		this.trail = trail;
	}

	@Override
	public AuditKind kind() {
		return AuditKind.DELETION;
	}

	@Override
	public Optional<Ending> resolve(AuditEntry intent, boolean overdue) {
		CertificateId id = Optional.ofNullable(intent.certificate()).map(AuditedCertificate::id).orElse(null);
		if (id == null) {
			return Optional.of(Ending.failed("The intent names no certificate."));
		}
		if (this.inventory.reread(id).isEmpty()) {
			return Optional.of(this.trail.didAnother(intent, id)
					? Ending.failed("The answer was lost; the certificate was deleted by a later wish.")
					: Ending.done(id, FOUND_GONE));
		}
		return overdue ? Optional.of(Ending.failed("The answer was lost; the certificate is still held."))
				: Optional.empty();
	}

}
