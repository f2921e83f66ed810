package dev.certdeck.upload;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteBusyException;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;

/**
 * Knows by the audit trail which form came to which outcome, so that a form that is sent
 * again and a certificate that is sent twice at the same time are uploaded once, on
 * whichever replica.
 */
class UploadLedger {

	private final AuditTrail trail;

	private final WriteLock lock;

	UploadLedger(AuditTrail trail, WriteLock lock) {
		this.trail = trail;
		this.lock = lock;
	}

	/**
	 * Carries an upload out unless this form was already sent for this certificate.
	 * Uploads of one certificate wait for each other.
	 * @param token the form's one-time token
	 * @param leaf the leaf
	 * @param again told of the outcome if the form was already sent
	 * @param upload carries the upload out
	 * @return the outcome, now or before; a refusal is not remembered
	 */
	Outcome once(String token, CertificateSummary leaf, Consumer<Outcome> again, Supplier<Outcome> upload) {
		return this.lock.during(String.valueOf(leaf.sha256()), () -> {
			Optional<Outcome> before = before(token, leaf);
			before.ifPresent(again);
			return before.orElseGet(upload);
		});
	}

	private Optional<Outcome> before(String token, CertificateSummary leaf) {
		return this.trail.lastOf(attempt(token, leaf)).flatMap((entry) -> outcome(entry, leaf));
	}

	private static Optional<Outcome> outcome(AuditEntry entry, CertificateSummary leaf) {
		CertificateSummary certificate = entry.certificate();
		if (entry.outcome() == AuditOutcome.DONE && certificate != null && certificate.id() != null) {
			return Optional.of(new Outcome.Uploaded(certificate.id(), false));
		}
		return entry.isOpen() ? Optional.of(new Outcome.Unknown(leaf)) : Optional.empty();
	}

	/**
	 * Tells whether some form's upload of a certificate has an unknown outcome.
	 * @param leaf the leaf
	 * @return {@code true} if it may still turn up
	 */
	boolean isUnknown(CertificateSummary leaf) {
		return this.trail.hasOpen(String.valueOf(leaf.sha256()));
	}

	/**
	 * Finds a certificate that somebody wished to upload.
	 * @param sha256 the leaf's SHA-256 fingerprint in lower-case hexadecimal
	 * @return the leaf, if there was such an upload
	 */
	Optional<CertificateSummary> find(String sha256) {
		return this.trail.lastUpload(sha256).map(AuditEntry::certificate);
	}

	/**
	 * Sends a certificate between its intent and its outcome in the audit trail.
	 * @param token the form's one-time token
	 * @param leaf the leaf
	 * @param actor who uploads
	 * @param send sends the certificate and is given the number of the intent
	 * @return what came of it
	 * @throws dev.certdeck.audit.AuditUnavailableException if the intent can't be
	 * recorded; nothing was sent then
	 */
	Outcome intend(String token, CertificateSummary leaf, Actor actor, LongFunction<Outcome> send) {
		long intent = this.trail.intend(AuditKind.UPLOAD, actor, leaf, attempt(token, leaf));
		if (!this.trail.send(intent)) {
			throw new WriteBusyException();
		}
		return send.apply(intent);
	}

	void note(long intent, CloudError error) {
		this.trail.note(intent, error);
	}

	void end(long intent, AuditResult result) {
		this.trail.end(intent, AuditKind.UPLOAD, result);
	}

	private static String attempt(String token, CertificateSummary leaf) {
		return token + ":" + leaf.sha256();
	}

}
