package dev.certdeck.deletion;

import java.util.List;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a deletion shows that was refused or failed.
 *
 * @param id the certificate's id
 * @param name what to call the certificate
 * @param failure how the cloud failed, the last part of a message's key; absent if it was
 * not asked
 * @param meaning what the cloud's answer means
 * @param reasons the reasons against the deletion, messages or texts
 * @param detail what the cloud said, absent if it was not asked
 */
record RefusedPage(CertificateId id, String name, @Nullable String failure, Reason meaning, List<?> reasons,
		@Nullable String detail) {

	static RefusedPage byPolicy(CertificateId id, String name, List<?> reasons) {
		return new RefusedPage(id, name, null, Reason.OTHER, reasons, null);
	}

	static RefusedPage byCloud(CertificateId id, String name, CloudException cause, List<?> reasons) {
		return new RefusedPage(id, name, Message.key(cause.failure()), cause.reason(), reasons, cause.getMessage());
	}

	/**
	 * Makes the page of a deletion that the audit trail knows.
	 * @param id the certificate's id
	 * @param name what to call the certificate
	 * @param entry the deletion
	 * @param reasons the reasons against it now
	 * @return the page
	 */
	static RefusedPage of(CertificateId id, String name, AuditEntry entry, List<?> reasons) {
		AuditEntry.Remark remark = entry.remark();
		if (entry.outcome() == AuditOutcome.REFUSED && remark.code().isEmpty()) {
			return byPolicy(id, name, List.of(remark.detail()));
		}
		return new RefusedPage(id, name, Message.key(entry.outcome()), remark.reason(), reasons, remark.detail());
	}

}
