package dev.certdeck.upload;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.validation.ValidUpload;
import dev.certdeck.write.CloudWrite;
import dev.certdeck.write.Polling;
import dev.certdeck.write.WriteOutcome;
import dev.certdeck.write.WriteRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Uploads a certificate that the account does not hold. The audit trail records the
 * outcome of each form, so that a form that is sent twice uploads once. An upload whose
 * answer was lost succeeded if the cloud holds a certificate with the same fingerprint.
 */
class UploadWrite implements CloudWrite<CertificateUpload> {

	static final String FOUND_HELD = "The answer was lost; the certificate was looked up and is held.";

	private static final Log logger = LogFactory.getLog(UploadWrite.class);

	private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

	private final CertificateStore store;

	private final Inventory inventory;

	private final CertificateFinder finder;

	private final AuditTrail trail;

	private final Polling polling;

	UploadWrite(CertificateStore store, Inventory inventory, CertificateFinder finder, AuditTrail trail,
			Polling polling) {
		this.store = store;
		this.inventory = inventory;
		this.finder = finder;
		this.trail = trail;
		this.polling = polling;
	}

	/**
	 * Returns the request to upload a certificate.
	 * @param token the form's one-time token
	 * @param validUpload the certificate
	 * @param actor who uploads
	 * @return the request, which the same form with the same certificate repeats
	 */
	WriteRequest<CertificateUpload> request(String token, ValidUpload validUpload, Actor actor) {
		CertificateSummary leaf = validUpload.leaf();
		return new WriteRequest<>(leaf, validUpload.upload(), token + ":" + leaf.sha256(), actor);
	}

	@Override
	public AuditKind kind() {
		return AuditKind.UPLOAD;
	}

	@Override
	public String lockKey(CertificateSummary certificate) {
		return Objects.toString(certificate.sha256(), "");
	}

	/**
	 * Finds out whether the same form was sent before, the account holds the certificate,
	 * or another upload of it is pending. A refused form can be sent again.
	 */
	@Override
	public Optional<WriteOutcome> before(WriteRequest<CertificateUpload> request) {
		CertificateSummary leaf = request.certificate();
		Optional<WriteOutcome> before = this.trail.lastOf(Objects.requireNonNull(request.attempt()))
			.flatMap(this::before);
		if (before.isPresent()) {
			return before;
		}
		Optional<CertificateId> held = this.finder.find(leaf);
		if (held.isPresent()) {
			return Optional.of(new WriteOutcome.Ended(alreadyHeld(held.get())));
		}
		return this.trail.writes(AuditKind.UPLOAD, leaf)
			.stream()
			.filter(AuditEntry::isOpen)
			.findFirst()
			.map((open) -> new WriteOutcome.Unknown(open.detail(), true));
	}

	private Optional<WriteOutcome> before(AuditEntry entry) {
		CertificateId id = entry.result().certificate();
		if (id != null) {
			readBack(id);
			return Optional.of(new WriteOutcome.Ended(AuditResult.done(id, "")));
		}
		return entry.isOpen() ? Optional.of(new WriteOutcome.Unknown(entry.detail(), false)) : Optional.empty();
	}

	private static AuditResult alreadyHeld(CertificateId id) {
		return new AuditResult(AuditOutcome.REFUSED, id, null, "The cloud holds the certificate already, as " + id);
	}

	@Override
	public WriteOutcome send(CertificateUpload upload) {
		UploadResult result = this.store.upload(upload);
		return new WriteOutcome.Ended(
				result.alreadyHeld() ? alreadyHeld(result.id()) : AuditResult.done(result.id(), ""));
	}

	@Override
	public Polling polling(AuditEntry intent) {
		return this.polling;
	}

	@Override
	public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
		CertificateSummary leaf = intent.subject();
		if (leaf.sha256() == null) {
			return Optional.of(AuditResult.failed("The intent names no certificate."));
		}
		Optional<CertificateId> id = this.finder.find(leaf).or(() -> deletedAfter(intent));
		if (id.isPresent()) {
			return id.map((found) -> AuditResult.done(found, FOUND_HELD));
		}
		return (overdue && this.finder.isConclusive(leaf, intent.at().plus(LONGEST_CALL)))
				? Optional.of(AuditResult.failed("The answer was lost; the certificate is not held."))
				: Optional.empty();
	}

	/**
	 * Finds the id that a later deletion names for the certificate, which shows that the
	 * cloud held it.
	 * @param intent the intent
	 * @return the cloud's id, if there was such a deletion
	 */
	private Optional<CertificateId> deletedAfter(AuditEntry intent) {
		return this.trail.writes(AuditKind.DELETION, CertificateSummary.of(lockKey(intent.subject())))
			.stream()
			.filter((deletion) -> deletion.id() > intent.id())
			.flatMap((deletion) -> Stream.ofNullable(deletion.subject().id()))
			.findFirst();
	}

	@Override
	public void after(AuditEntry intent, WriteOutcome outcome) {
		AuditResult result = (outcome instanceof WriteOutcome.Ended ended) ? ended.result() : null;
		if (result == null || result.certificate() == null) {
			return;
		}
		if (result.outcome() == AuditOutcome.DONE) {
			readBack(result.certificate());
		}
		this.inventory.refreshList();
	}

	private void readBack(CertificateId id) {
		try {
			this.inventory.reread(id);
		}
		catch (CloudException ex) {
			logger.warn("Could not read certificate %s after its upload: %s".formatted(id, ex.getMessage()));
		}
	}

}
