package dev.certdeck.upload;

import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.Ending;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Receipt;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.upload.validation.Leaf;
import dev.certdeck.upload.validation.ValidUpload;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Uploads certificates, each once, and only those that the account does not hold.
 */
class Uploads {

	private static final Log logger = LogFactory.getLog(Uploads.class);

	private final CertificateStore store;

	private final Inventory inventory;

	private final FingerprintSearch fingerprints;

	private final Lookup lookup;

	private final UploadLedger ledger;

	Uploads(CertificateStore store, Inventory inventory, FingerprintSearch fingerprints, Lookup lookup,
			UploadLedger ledger) {
		this.store = store;
		this.inventory = inventory;
		this.fingerprints = fingerprints;
		this.lookup = lookup;
		this.ledger = ledger;
	}

	/**
	 * Uploads a certificate unless the same form already did.
	 * @param token the form's one-time token
	 * @param validUpload the certificate
	 * @param actor who uploads
	 * @return the outcome
	 * @throws dev.certdeck.audit.AuditUnavailableException if the upload can't be
	 * recorded; nothing was sent then
	 * @throws dev.certdeck.audit.WriteBusyException if another upload of the certificate
	 * does not end in time; this one was not sent then
	 */
	Outcome upload(String token, ValidUpload validUpload, Actor actor) {
		return this.ledger.once(token, validUpload.leaf(), this::readBack,
				() -> uploadAlone(token, validUpload, actor));
	}

	private Outcome uploadAlone(String token, ValidUpload validUpload, Actor actor) {
		Leaf leaf = validUpload.leaf();
		try {
			Optional<CertificateId> held = this.fingerprints.find(leaf);
			if (held.isPresent()) {
				return alreadyHeld(held.get());
			}
		}
		catch (CloudException ex) {
			return refused(FindingCode.CHECK_FAILED, ex);
		}
		return this.ledger.isUnknown(leaf) ? new Outcome.Unknown(leaf)
				: this.ledger.intend(token, leaf, actor, (intent) -> send(validUpload, intent));
	}

	private Outcome send(ValidUpload validUpload, long intent) {
		try {
			Receipt receipt = this.store.upload(validUpload.upload());
			if (receipt.alreadyHeld()) {
				this.ledger.end(intent, Ending.refused("The cloud holds the certificate already, as " + receipt.id()));
				this.inventory.refresh();
				return alreadyHeld(receipt.id());
			}
			CertificateId id = receipt.id();
			logger.info("Uploaded certificate %s (type %s, SHA-256 %s)".formatted(id, validUpload.upload().type(),
					validUpload.leaf().sha256()));
			return uploaded(id, intent, false);
		}
		catch (CloudException ex) {
			if (!ex.mayHaveTakenEffect()) {
				this.ledger.end(intent, Ending.of(ex));
				return refused(code(ex.failure()), ex);
			}
			logger.warn("The outcome of an upload is not known (type %s, SHA-256 %s): %s"
				.formatted(validUpload.upload().type(), validUpload.leaf().sha256(), ex.getMessage()));
			this.ledger.note(intent, ex);
			return this.lookup.find(validUpload.leaf())
				.map((id) -> uploaded(id, intent, true))
				.orElseGet(() -> new Outcome.Unknown(validUpload.leaf()));
		}
	}

	private static Outcome alreadyHeld(CertificateId id) {
		return new Outcome.Refused(Finding.of(FindingCode.ALREADY_HELD, Field.CHAIN, id));
	}

	private Outcome uploaded(CertificateId id, long intent, boolean answerLost) {
		this.ledger.end(intent, Ending.done(id, answerLost ? PendingUploads.FOUND_HELD : ""));
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

	private static FindingCode code(CloudException.Failure failure) {
		return switch (failure) {
			case REFUSED -> FindingCode.CLOUD_REFUSED;
			case THROTTLED -> FindingCode.CLOUD_THROTTLED;
			case UNREACHABLE -> FindingCode.CLOUD_UNREACHABLE;
			case UNINTELLIGIBLE -> FindingCode.CLOUD_UNINTELLIGIBLE;
		};
	}

	private static Outcome refused(FindingCode code, CloudException ex) {
		return new Outcome.Refused(Finding.of(code, Field.FORM, ex.reason(), String.valueOf(ex.getMessage())));
	}

}
