package dev.certdeck.audit;

import java.time.Instant;

import dev.certdeck.certificate.CloudException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param id its number; later entries have greater ones
 * @param at when it was written
 * @param kind what was done
 * @param outcome what became of it
 * @param endedAt when the outcome was known, absent while it is open; of several events
 * that of the last
 * @param actor who did it
 * @param certificate the certificate that it is about, if there is one
 * @param remark what is known about the outcome beside the outcome itself
 * @param sentAt when the write was sent to the cloud, absent if it was not
 * @param task the cloud's name for the work, if the cloud carries it out by itself
 * @param times how many events it stands for, more than one if nobody is known who did it
 */
public record AuditEntry(long id, Instant at, AuditKind kind, AuditOutcome outcome, @Nullable Instant endedAt,
		Actor actor, @Nullable AuditedCertificate certificate, Remark remark, @Nullable Instant sentAt,
		@Nullable String task, int times) {

	/**
	 * Tells whether the outcome is not known yet.
	 * @return {@code true} for an intent
	 */
	public boolean isOpen() {
		return this.outcome == AuditOutcome.OPEN;
	}

	/**
	 * Tells whether the write may still be decided against, since it was not sent yet.
	 * @return {@code true} for an intent that was not sent
	 */
	public boolean isUnsent() {
		return isOpen() && this.sentAt == null;
	}

	/**
	 * Tells whether work is under way of which an outcome is to come: before the write is
	 * sent, or as a task that the cloud carries out by itself.
	 * @return {@code true} for an intent that was not sent or is a task of the cloud
	 */
	public boolean isRunning() {
		return isUnsent() || (isOpen() && this.task != null);
	}

	/**
	 * Returns from when on the write may have an effect.
	 * @return when it was sent, or when it was wished if it was not
	 */
	public Instant sentOrWishedAt() {
		return (this.sentAt != null) ? this.sentAt : this.at;
	}

	/**
	 * What the cloud or Certdeck told about an outcome; absent texts are empty.
	 *
	 * @param reason what the cloud's answer meant, {@link Reason#OTHER} if there is none
	 * @param code Tencent's error code
	 * @param requestId Tencent's id of the call
	 * @param detail further words
	 */
	public record Remark(Reason reason, String code, String requestId, String detail) {

		/**
		 * Nothing beside the outcome.
		 */
		public static final Remark NONE = of("");

		/**
		 * Creates a remark of Certdeck's own.
		 * @param detail the words
		 * @return the remark
		 */
		public static Remark of(String detail) {
			return new Remark(Reason.OTHER, "", "", detail);
		}

	}

}
