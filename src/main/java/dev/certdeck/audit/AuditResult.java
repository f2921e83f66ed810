package dev.certdeck.audit;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The result of a write or another event.
 *
 * @param outcome the outcome
 * @param certificate the cloud's id of what was written, absent unless it was
 * @param error what the cloud answered, absent if it answered no error
 * @param detail the reason for the outcome, or how it is known, may be empty
 */
public record AuditResult(AuditOutcome outcome, @Nullable CertificateId certificate, @Nullable CloudError error,
		String detail) {

	static final AuditResult OPEN = new AuditResult(AuditOutcome.OPEN, null, null, "");

	/**
	 * The write was done.
	 * @param certificate the cloud's id of what was written
	 * @param detail how that is known, empty if the cloud said so
	 * @return the result
	 */
	public static AuditResult done(@Nullable CertificateId certificate, String detail) {
		return new AuditResult(AuditOutcome.DONE, certificate, null, detail);
	}

	/**
	 * The write failed.
	 * @param detail how that is known
	 * @return the result
	 */
	public static AuditResult failed(String detail) {
		return new AuditResult(AuditOutcome.FAILED, null, null, detail);
	}

	/**
	 * The write was never sent.
	 * @return the result
	 */
	public static AuditResult unsent() {
		return failed("Certdeck ended before anything was sent.");
	}

	/**
	 * The write was refused by rules of Certdeck.
	 * @param detail the reasons
	 * @return the result
	 */
	public static AuditResult refused(String detail) {
		return new AuditResult(AuditOutcome.REFUSED, null, null, detail);
	}

	/**
	 * The cloud refused the write or failed.
	 * @param error the cloud's error
	 * @return the result
	 */
	public static AuditResult of(CloudError error) {
		return new AuditResult((error.failure() == Failure.REFUSED) ? AuditOutcome.REFUSED : AuditOutcome.FAILED, null,
				error, error.message());
	}

	/**
	 * The cloud's answer was lost, so the write may or may not have been done.
	 * @param error the error of the call
	 * @return the result as far as it is known
	 */
	static AuditResult open(CloudError error) {
		return new AuditResult(AuditOutcome.OPEN, null, error, error.message());
	}

	/**
	 * Tells whether the cloud's answer was lost and the write was found to be done.
	 * @return {@code false} if the cloud said that it was done, or it was not
	 */
	public boolean isFoundDone() {
		return this.outcome == AuditOutcome.DONE && !this.detail.isEmpty();
	}

	@Override
	public String toString() {
		return (this.certificate != null) ? this.outcome + " as " + this.certificate : this.outcome.toString();
	}

}
