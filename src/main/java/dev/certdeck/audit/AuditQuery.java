package dev.certdeck.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; what is absent or empty is not asked.
 *
 * @param person the beginning of the person's name, or the whole subject
 * @param certificate the whole id, SHA-256 fingerprint or name of a certificate
 * @param kind the kind
 * @param outcome the outcome
 * @param from the earliest instant
 * @param until the instant before which an entry must be
 */
record AuditQuery(String person, String certificate, @Nullable AuditKind kind, @Nullable AuditOutcome outcome,
		@Nullable Instant from, @Nullable Instant until) {

	static final AuditQuery ALL = new AuditQuery("", "", null, null, null, null);

}
