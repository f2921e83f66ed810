package dev.certdeck.deletion;

import java.time.Clock;
import java.util.List;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.list.CertificateNotFoundException;
import dev.certdeck.list.CertificateView;
import dev.certdeck.list.CertificateViews;

/**
 * Creates the content of the pages of a deletion.
 */
class DeletionViews {

	private final UsageChecks checks;

	private final CertificateViews views;

	private final TaskProperties task;

	private final Clock clock;

	/**
	 * Creates the views.
	 * @param checks check what uses certificates
	 * @param views creates the views of certificates
	 * @param task the time after which a deletion is late
	 * @param clock the clock
	 */
	DeletionViews(UsageChecks checks, CertificateViews views, TaskProperties task, Clock clock) {
		this.checks = checks;
		this.views = views;
		this.task = task;
		this.clock = clock;
	}

	boolean isKnown(CertificateId id) {
		return this.views.find(id).isPresent();
	}

	String name(CertificateId id) {
		return this.views.find(id).map(CertificateView::title).orElse(id.value());
	}

	ConfirmPage confirm(CertificateId id) {
		UsageChecks.Opened opened = this.checks.open(id).orElseThrow(() -> new CertificateNotFoundException(id));
		return new ConfirmPage(this.views.toDelete(opened.entry()), opened.check(), this.checks.shallowKinds());
	}

	/**
	 * Creates the page of a certificate that was not deleted.
	 * @param id the certificate's id
	 * @param name the certificate's display name
	 * @param result the result
	 * @param failure the kind of failure, the last part of a message's key
	 * @return the page
	 */
	RefusedPage refused(CertificateId id, String name, AuditResult result, String failure) {
		CloudError error = result.error();
		if (result.outcome() == AuditOutcome.REFUSED && error == null) {
			return new RefusedPage(id, name, null, Reason.OTHER, result.detail().lines().toList(), null);
		}
		return new RefusedPage(id, name, failure, (error != null) ? error.reason() : Reason.OTHER,
				this.views.find(id).map(CertificateView::reasons).orElse(List.of()), result.detail());
	}

	ProgressPage progress(CertificateId id, String name, AuditEntry entry) {
		boolean late = entry.isOlderThan(this.task.limit(), this.clock.instant());
		return ProgressPage.of(id, name, entry, late, this.checks.limit());
	}

}
