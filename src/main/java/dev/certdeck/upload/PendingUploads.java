package dev.certdeck.upload;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditedCertificate;
import dev.certdeck.audit.Ending;
import dev.certdeck.audit.IntentResolver;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.validation.Leaf;

/**
 * Finds out what became of uploads whose outcome was lost: a certificate that the cloud
 * holds under the same fingerprint was uploaded.
 */
class PendingUploads implements IntentResolver {

	static final String FOUND_HELD = "The answer was lost; the certificate was looked up and is held.";

	private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

	private final FingerprintSearch fingerprints;

	private final Inventory inventory;

	private final AuditTrail trail;

	PendingUploads(FingerprintSearch fingerprints, Inventory inventory, AuditTrail trail) {
		this.fingerprints = fingerprints;
		this.inventory = inventory;
		this.trail = trail;
	}

	@Override
	public AuditKind kind() {
		return AuditKind.UPLOAD;
	}

	@Override
	public Optional<Ending> resolve(AuditEntry intent, boolean overdue) {
		AuditedCertificate certificate = intent.certificate();
		if (certificate == null || certificate.fingerprint() == null) {
			return Optional.of(Ending.failed("The intent names no certificate."));
		}
		Leaf leaf = new Leaf(certificate.fingerprint(), certificate.names(),
				Objects.requireNonNullElse(certificate.expiresAt(), intent.at()));
		Optional<CertificateId> held = this.fingerprints.find(leaf);
		if (held.isPresent()) {
			return Optional.of(found(intent, held.get()));
		}
		Optional<CertificateId> deleted = this.trail.deletedAfter(intent);
		if (deleted.isPresent()) {
			return Optional.of(Ending.done(deleted.get(), FOUND_HELD));
		}
		return (overdue && this.fingerprints.wouldFind(leaf, intent.at().plus(LONGEST_CALL)))
				? Optional.of(Ending.failed("The answer was lost; the certificate is not held.")) : Optional.empty();
	}

	private Ending found(AuditEntry intent, CertificateId id) {
		if (this.trail.didAnother(intent, id)) {
			return Ending.failed("The answer was lost; the certificate came with a later upload.");
		}
		this.inventory.reread(id);
		return Ending.done(id, FOUND_HELD);
	}

}
