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
 * @param task the cloud's name for the work, if the cloud carries it out by itself
 * @param result what became of it
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
	 * Returns what became of it.
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
	 * Returns how the outcome is known, or why it is what it is.
	 * @return the words, may be empty
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
	 * Tells whether the write may still be decided against, since it was not sent yet.
	 * @return {@code true} for an intent that was not sent
	 */
	public boolean isUnsent() {
		return isOpen() && this.timeline.sentAt() == null;
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
	 * Tells whether the cloud's answer was lost, so that nobody knows yet what became of
	 * the write.
	 * @return {@code true} for an intent of which the cloud names no task
	 */
	public boolean isLost() {
		return isOpen() && this.task == null && !detail().isEmpty();
	}

	/**
	 * Returns from when on the write may have an effect.
	 * @return when it was sent, or when it was wished if it was not
	 */
	public Instant sentOrWishedAt() {
		return Objects.requireNonNullElse(this.timeline.sentAt(), this.timeline.at());
	}

	/**
	 * Tells whether a write was sent a long time ago.
	 * @param limit a long time
	 * @param now the present
	 * @return {@code true} if more than that has passed
	 */
	public boolean isOlderThan(Duration limit, Instant now) {
		return sentOrWishedAt().plus(limit).isBefore(now);
	}

	/**
	 * Returns the entry of an intent that the cloud carries out by itself.
	 * @param named the cloud's name for the work
	 * @return the entry
	 */
	public AuditEntry with(String named) {
		return new AuditEntry(this.id, this.kind, this.actor, this.certificate, this.timeline, named, this.result);
	}

	/**
	 * Returns the certificate of a write.
	 * @return the certificate, one of which nothing is known if the entry has none
	 */
	public CertificateSummary subject() {
		return (this.certificate != null) ? this.certificate : CertificateSummary.UNKNOWN;
	}

	/**
	 * Returns when the entry got its outcome.
	 * @return the time; while there is none, from when on the write may have an effect
	 */
	public Instant latestAt() {
		return Objects.requireNonNullElse(this.timeline.endedAt(), sentOrWishedAt());
	}

	/**
	 * When the event of an entry happened.
	 *
	 * @param at when the entry was written
	 * @param sentAt when the write was sent to the cloud, absent if it was not
	 * @param endedAt when the outcome was known, absent while it is open; of several
	 * events that of the last
	 * @param times how many events the entry stands for, more than one if nobody is known
	 * who caused them
	 */
	public record Timeline(Instant at, @Nullable Instant sentAt, @Nullable Instant endedAt, int times) {

	}

}
