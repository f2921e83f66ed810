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
 * What the pages of a deletion show at this moment.
 */
class DeletionViews {

	private final UsageChecks checks;

	private final CertificateViews views;

	private final TaskProperties task;

	private final Clock clock;

	/**
	 * Creates the views.
	 * @param checks look at what uses certificates
	 * @param views makes the views of certificates
	 * @param task after what time an outcome counts as not known yet
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

	/**
	 * Returns what to call a certificate.
	 * @param id its id
	 * @return its primary name as people read it, else its id
	 */
	String name(CertificateId id) {
		return this.views.find(id).map(CertificateView::title).orElse(id.value());
	}

	/**
	 * Makes the page that asks whether a certificate is to be deleted.
	 * @param id the certificate's id
	 * @return the page
	 * @throws CertificateNotFoundException if there is no such certificate
	 */
	ConfirmPage confirm(CertificateId id) {
		UsageChecks.Opened opened = this.checks.open(id).orElseThrow(() -> new CertificateNotFoundException(id));
		return new ConfirmPage(this.views.of(opened.entry()), opened.check(), this.checks.shallowKinds());
	}

	/**
	 * Makes the page of a certificate that was not deleted.
	 * @param id the certificate's id
	 * @param name what to call the certificate
	 * @param result why not
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

	/**
	 * Makes the page of a deletion that takes its time, or is over.
	 * @param id the certificate's id
	 * @param name what to call the certificate
	 * @param entry the deletion
	 * @return the page
	 */
	ProgressPage progress(CertificateId id, String name, AuditEntry entry) {
		boolean late = entry.isOlderThan(this.task.limit(), this.clock.instant());
		return ProgressPage.of(id, name, entry, late, this.checks.limit());
	}

}
