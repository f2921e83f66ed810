package dev.certdeck.deletion;

import java.time.Clock;
import java.util.List;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.inventory.CertificateView;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;

import org.springframework.ui.Model;

/**
 * What the pages of a deletion show at this moment.
 */
class DeletionViews {

	private final Inventory inventory;

	private final CertificateViews views;

	private final CloudTexts texts;

	private final TaskProperties task;

	private final Clock clock;

	/**
	 * Creates the views.
	 * @param inventory the certificates as they are known
	 * @param views makes the views of certificates
	 * @param texts says what the cloud's errors mean
	 * @param task after what time an outcome counts as not known yet
	 * @param clock the clock
	 */
	DeletionViews(Inventory inventory, CertificateViews views, CloudTexts texts, TaskProperties task, Clock clock) {
		this.inventory = inventory;
		this.views = views;
		this.texts = texts;
		this.task = task;
		this.clock = clock;
	}

	CertificateView of(Entry entry) {
		return this.views.of(entry, this.clock.instant());
	}

	/**
	 * Fills the page of a certificate that was not deleted.
	 * @param id the certificate's id
	 * @param result why not
	 * @param failure the kind of failure that the cloud's answer is told under
	 * @param model the page's model
	 * @return the page's name
	 */
	String refused(CertificateId id, AuditResult result, String failure, Model model) {
		CloudError error = result.error();
		if (result.outcome() == AuditOutcome.REFUSED && error == null) {
			model.addAttribute("reasons", result.detail().lines().toList());
			return "deletion/refused";
		}
		model.addAttribute("failure", failure);
		model.addAttribute("words", (error != null) ? this.texts.words(error.reason()) : "");
		model.addAttribute("reasons", this.inventory.find(id).map((entry) -> of(entry).reasons()).orElse(List.of()));
		model.addAttribute("detail", result.detail());
		return "deletion/refused";
	}

	/**
	 * Tells whether a deletion takes longer than it should.
	 * @param entry a deletion
	 * @return {@code true} if its outcome counts as not known yet
	 */
	boolean isLate(AuditEntry entry) {
		return entry.isOlderThan(this.task.limit(), this.clock.instant());
	}

}
