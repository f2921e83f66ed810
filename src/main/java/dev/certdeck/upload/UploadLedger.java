package dev.certdeck.upload;

import java.util.Objects;
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
import dev.certdeck.audit.AuditedCertificate;
import dev.certdeck.audit.WriteBusyException;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.upload.verdict.Leaf;

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
	Outcome once(String token, Leaf leaf, Consumer<Outcome> again, Supplier<Outcome> upload) {
		return this.lock.during(leaf.sha256(), () -> {
			Optional<Outcome> before = before(token, leaf);
			before.ifPresent(again);
			return before.orElseGet(upload);
		});
	}

	private Optional<Outcome> before(String token, Leaf leaf) {
		return this.trail.lastOf(attempt(token, leaf)).flatMap((entry) -> outcome(entry, leaf));
	}

	private static Optional<Outcome> outcome(AuditEntry entry, Leaf leaf) {
		AuditedCertificate certificate = entry.certificate();
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
	boolean isUnknown(Leaf leaf) {
		return this.trail.hasOpen(leaf.sha256());
	}

	/**
	 * Finds a certificate that somebody wished to upload.
	 * @param sha256 the leaf's SHA-256 fingerprint in lower-case hexadecimal
	 * @return the leaf, if there was such an upload
	 */
	Optional<Leaf> find(String sha256) {
		return this.trail.lastUpload(sha256).flatMap((entry) -> leaf(sha256, entry));
	}

	private static Optional<Leaf> leaf(String sha256, AuditEntry entry) {
		return Optional.ofNullable(entry.certificate())
			.map((certificate) -> new Leaf(sha256, certificate.names(),
					Objects.requireNonNullElse(certificate.expiresAt(), entry.at())));
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
	Outcome intend(String token, Leaf leaf, Actor actor, LongFunction<Outcome> send) {
		long intent = this.trail.intend(AuditKind.UPLOAD, actor,
				new AuditedCertificate(null, leaf.names(), leaf.sha256(), leaf.expiresAt(), null),
				attempt(token, leaf));
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

	private static String attempt(String token, Leaf leaf) {
		return token + ":" + leaf.sha256();
	}

}
