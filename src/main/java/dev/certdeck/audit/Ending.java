package dev.certdeck.audit;

import java.util.Objects;

import dev.certdeck.audit.AuditEntry.Remark;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import org.jspecify.annotations.Nullable;

/**
 * How a write ended.
 *
 * @param outcome the outcome, not {@link AuditOutcome#OPEN}
 * @param certificate the id under which the cloud holds what was uploaded, if it does
 * @param remark what else is known
 */
public record Ending(AuditOutcome outcome, @Nullable CertificateId certificate, Remark remark) {

	/**
	 * The write was done.
	 * @param certificate the id that the cloud gave, absent for deletions
	 * @param detail how that is known, empty if the cloud said so
	 * @return the ending
	 */
	public static Ending done(@Nullable CertificateId certificate, String detail) {
		return new Ending(AuditOutcome.DONE, certificate, Remark.of(detail));
	}

	/**
	 * The write did not come about.
	 * @param detail how that is known
	 * @return the ending
	 */
	public static Ending failed(String detail) {
		return new Ending(AuditOutcome.FAILED, null, Remark.of(detail));
	}

	/**
	 * The write was never sent.
	 * @return the ending
	 */
	public static Ending unsent() {
		return failed("Certdeck ended before anything was sent.");
	}

	/**
	 * The write was refused by rules of Certdeck.
	 * @param detail the reasons
	 * @return the ending
	 */
	public static Ending refused(String detail) {
		return new Ending(AuditOutcome.REFUSED, null, Remark.of(detail));
	}

	/**
	 * The cloud did not carry the write out.
	 * @param failure the failure, one that can't have taken effect
	 * @return the ending
	 */
	public static Ending of(CloudException failure) {
		CloudException.Answer answer = failure.answer();
		AuditOutcome outcome = (failure.failure() == CloudException.Failure.REFUSED) ? AuditOutcome.REFUSED
				: AuditOutcome.FAILED;
		return new Ending(outcome, null, new Remark(failure.reason(), (answer != null) ? answer.code() : "",
				(answer != null) ? answer.requestId() : "", Objects.requireNonNullElse(failure.getMessage(), "")));
	}

}
