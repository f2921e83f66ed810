package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param id its number; later entries have greater ones
 * @param kind what was done
 * @param actor who did it
 * @param certificate the certificate that it is about, if there is one
 * @param timeline when it happened
 * @param task the id of the task by which the cloud carries out the write, if there is
 * one
 * @param result its result
 */
public record AuditEntry(long id, AuditKind kind, Actor actor, @Nullable CertificateSummary certificate,
		Timeline timeline, @Nullable String task, AuditResult result) {

	/**
	 * Returns when the entry was written.
	 * @return the time
	 */
	public Instant at() {
		return this.timeline.at();
	}

	/**
	 * Returns the outcome.
	 * @return the outcome
	 */
	public AuditOutcome outcome() {
		return this.result.outcome();
	}

	/**
	 * Returns the error that the cloud answered.
	 * @return the error, absent if there was none
	 */
	public @Nullable CloudError error() {
		return this.result.error();
	}

	/**
	 * Returns the reason for the outcome, or how it is known.
	 * @return the detail, may be empty
	 */
	public String detail() {
		return this.result.detail();
	}

	/**
	 * Tells whether the outcome is not known yet.
	 * @return {@code true} for an intent
	 */
	public boolean isOpen() {
		return outcome() == AuditOutcome.OPEN;
	}

	/**
	 * Tells whether the write has not been sent yet, so that it may still be rejected.
	 * @return {@code true} for an intent that was not sent
	 */
	public boolean isUnsent() {
		return isOpen() && this.timeline.sentAt() == null;
	}

	/**
	 * Tells whether the write is in progress: before it is sent, or as a task of the
	 * cloud.
	 * @return {@code true} for an intent that was not sent or has a task
	 */
	public boolean isRunning() {
		return isUnsent() || (isOpen() && this.task != null);
	}

	/**
	 * Tells whether the cloud's answer was lost, so that the outcome is unknown.
	 * @return {@code true} for a failed call that may have taken effect
	 */
	public boolean isLost() {
		return isOpen() && this.task == null && !detail().isEmpty();
	}

	private Instant sentOrWrittenAt() {
		return Objects.requireNonNullElse(this.timeline.sentAt(), this.timeline.at());
	}

	/**
	 * Tells whether a write was sent, or else recorded, longer ago than a limit.
	 * @param limit the limit
	 * @param now the current time
	 * @return {@code true} if it is older
	 */
	public boolean isOlderThan(Duration limit, Instant now) {
		return sentOrWrittenAt().plus(limit).isBefore(now);
	}

	/**
	 * Returns this entry with a task of the cloud.
	 * @param name the id of the task
	 * @return the entry
	 */
	public AuditEntry withTask(String name) {
		return new AuditEntry(this.id, this.kind, this.actor, this.certificate, this.timeline, name, this.result);
	}

	/**
	 * Returns the certificate of a write.
	 * @return the certificate, {@link CertificateSummary#UNKNOWN} if the entry has none
	 */
	public CertificateSummary subject() {
		return (this.certificate != null) ? this.certificate : CertificateSummary.UNKNOWN;
	}

	/**
	 * Returns when the entry last changed.
	 * @return when it got its outcome, else when it was sent, else when it was written
	 */
	public Instant latestAt() {
		return Objects.requireNonNullElse(this.timeline.endedAt(), sentOrWrittenAt());
	}

	/**
	 * The times of an entry.
	 *
	 * @param at when the entry was written
	 * @param sentAt when the write was sent to the cloud, absent if it was not
	 * @param endedAt when the outcome was known, absent while it is open; of folded
	 * events the time of the last
	 * @param times the number of events that the entry stands for; more than one only for
	 * unknown users
	 */
	public record Timeline(Instant at, @Nullable Instant sentAt, @Nullable Instant endedAt, int times) {

	}

}
