package dev.certdeck.upload;

import java.time.Duration;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.IntentResolver;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.inventory.Inventory;

/**
 * Finds out what became of uploads whose outcome was lost: a certificate that the cloud
 * holds under the same fingerprint was uploaded.
 */
class PendingUploads implements IntentResolver {

	static final String FOUND_HELD = "The answer was lost; the certificate was looked up and is held.";

	private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

	private final HeldLeaves heldLeaves;

	private final Inventory inventory;

	private final AuditTrail trail;

	PendingUploads(HeldLeaves heldLeaves, Inventory inventory, AuditTrail trail) {
		this.heldLeaves = heldLeaves;
		this.inventory = inventory;
		this.trail = trail;
	}

	@Override
	public AuditKind kind() {
		return AuditKind.UPLOAD;
	}

	@Override
	public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
		CertificateSummary leaf = intent.certificate();
		if (leaf == null || leaf.sha256() == null) {
			return Optional.of(AuditResult.failed("The intent names no certificate."));
		}
		Optional<CertificateId> held = this.heldLeaves.find(leaf);
		if (held.isPresent()) {
			return Optional.of(found(intent, held.get()));
		}
		Optional<CertificateId> deleted = this.trail.deletedAfter(intent);
		if (deleted.isPresent()) {
			return Optional.of(AuditResult.done(deleted.get(), FOUND_HELD));
		}
		return (overdue && this.heldLeaves.wouldFind(leaf, intent.at().plus(LONGEST_CALL)))
				? Optional.of(AuditResult.failed("The answer was lost; the certificate is not held."))
				: Optional.empty();
	}

	private AuditResult found(AuditEntry intent, CertificateId id) {
		if (this.trail.didAnother(intent, id)) {
			return AuditResult.failed("The answer was lost; the certificate came with a later upload.");
		}
		this.inventory.reread(id);
		return AuditResult.done(id, FOUND_HELD);
	}

}
