package dev.certdeck.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param id its number; later entries have greater ones
 * @param at when it was written
 * @param kind what was done
 * @param outcome what became of it
 * @param endedAt when the outcome was known, absent while it is open
 * @param actor who did it
 * @param certificate the certificate that it is about, if there is one
 * @param remark what is known about the outcome beside the outcome itself
 */
public record AuditEntry(long id, Instant at, AuditKind kind, AuditOutcome outcome, @Nullable Instant endedAt,
		Actor actor, @Nullable AuditedCertificate certificate, Remark remark) {

	/**
	 * Tells whether the outcome is not known yet.
	 * @return {@code true} for an intent
	 */
	public boolean isOpen() {
		return this.outcome == AuditOutcome.OPEN;
	}

	/**
	 * What the cloud or Certdeck told about an outcome; absent texts are empty.
	 *
	 * @param code Tencent's error code
	 * @param requestId Tencent's id of the call
	 * @param detail further words
	 */
	public record Remark(String code, String requestId, String detail) {

		/**
		 * Nothing beside the outcome.
		 */
		public static final Remark NONE = new Remark("", "", "");

	}

}
