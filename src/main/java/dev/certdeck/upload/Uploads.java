package dev.certdeck.upload;

import java.util.Locale;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Receipt;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.verdict.Candidate;
import dev.certdeck.upload.verdict.Field;
import dev.certdeck.upload.verdict.Finding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Uploads certificates, each once, and only those that the account does not hold.
 */
class Uploads {

	private static final Log logger = LogFactory.getLog(Uploads.class);

	private final CertificateStore store;

	private final Inventory inventory;

	private final HeldLeaves heldLeaves;

	private final Lookup lookup;

	private final UploadLedger ledger;

	Uploads(CertificateStore store, Inventory inventory, HeldLeaves heldLeaves, Lookup lookup, UploadLedger ledger) {
		this.store = store;
		this.inventory = inventory;
		this.heldLeaves = heldLeaves;
		this.lookup = lookup;
		this.ledger = ledger;
	}

	/**
	 * Uploads a certificate unless the same form already did.
	 * @param token the form's one-time token
	 * @param candidate the certificate
	 * @param actor who uploads
	 * @return the outcome
	 * @throws dev.certdeck.audit.AuditUnavailableException if the upload can't be
	 * recorded; nothing was sent then
	 * @throws dev.certdeck.audit.WriteBusyException if another upload of the certificate
	 * does not end in time; this one was not sent then
	 */
	Outcome upload(String token, Candidate candidate, Actor actor) {
		return this.ledger.once(token, candidate.leaf(), this::readBack, () -> uploadAlone(token, candidate, actor));
	}

	private Outcome uploadAlone(String token, Candidate candidate, Actor actor) {
		CertificateSummary leaf = candidate.leaf();
		try {
			Optional<CertificateId> held = this.heldLeaves.find(leaf);
			if (held.isPresent()) {
				return alreadyHeld(held.get());
			}
		}
		catch (CloudException ex) {
			return refused(Outcome.Refused.CHECK_FAILED, ex);
		}
		return this.ledger.isUnknown(leaf) ? new Outcome.Unknown(leaf)
				: this.ledger.intend(token, leaf, actor, (intent) -> send(candidate, intent));
	}

	private Outcome send(Candidate candidate, long intent) {
		try {
			Receipt receipt = this.store.upload(candidate.upload());
			if (receipt.alreadyHeld()) {
				this.ledger.end(intent,
						AuditResult.refused("The cloud holds the certificate already, as " + receipt.id()));
				this.inventory.refresh();
				return alreadyHeld(receipt.id());
			}
			CertificateId id = receipt.id();
			logger.info("Uploaded certificate %s (type %s, SHA-256 %s)".formatted(id, candidate.upload().type(),
					candidate.leaf().sha256()));
			return uploaded(id, intent, false);
		}
		catch (CloudException ex) {
			if (!ex.mayHaveTakenEffect()) {
				this.ledger.end(intent, AuditResult.of(ex.error()));
				return refused("cloud-" + ex.failure().name().toLowerCase(Locale.ROOT), ex);
			}
			logger.warn("The outcome of an upload is not known (type %s, SHA-256 %s): %s"
				.formatted(candidate.upload().type(), candidate.leaf().sha256(), ex.getMessage()));
			this.ledger.note(intent, ex.error());
			return this.lookup.find(candidate.leaf())
				.map((id) -> uploaded(id, intent, true))
				.orElseGet(() -> new Outcome.Unknown(candidate.leaf()));
		}
	}

	private static Outcome alreadyHeld(CertificateId id) {
		return new Outcome.Refused(Finding.problem(Field.CHAIN, Outcome.Refused.ALREADY_HELD, id.value()).about(id));
	}

	private Outcome uploaded(CertificateId id, long intent, boolean answerLost) {
		this.ledger.end(intent, AuditResult.done(id, answerLost ? PendingUploads.FOUND_HELD : ""));
		Outcome uploaded = new Outcome.Uploaded(id, answerLost);
		readBack(uploaded);
		this.inventory.refresh();
		return uploaded;
	}

	private void readBack(Outcome outcome) {
		if (outcome instanceof Outcome.Uploaded uploaded) {
			try {
				this.inventory.reread(uploaded.id());
			}
			catch (CloudException ex) {
				logger.warn(
						"Could not read certificate %s after its upload: %s".formatted(uploaded.id(), ex.getMessage()));
			}
		}
	}

	private static Outcome refused(String code, CloudException ex) {
		return new Outcome.Refused(Finding.problem(Field.FORM, code, ex.reason(), String.valueOf(ex.getMessage())));
	}

}
