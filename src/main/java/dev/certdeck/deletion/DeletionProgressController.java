package dev.certdeck.deletion;

import java.util.List;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditedCertificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.inventory.CertificateView;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.inventory.UsageChecks;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of a deletion that takes longer than a click may wait. It tells from the audit
 * trail how far that is: looking, running, late, lost, over or refused.
 */
@Controller
class DeletionProgressController {

	private final RunningDeletions deletions;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final CertificateViews views;

	private final OwnWrites ownWrites;

	DeletionProgressController(RunningDeletions deletions, Inventory inventory, UsageChecks checks,
			CertificateViews views, OwnWrites ownWrites) {
		this.deletions = deletions;
		this.inventory = inventory;
		this.checks = checks;
		this.views = views;
		this.ownWrites = ownWrites;
	}

	static String redirect(CertificateId id, ListPath list) {
		return "redirect:" + list.from("/certificates/%s/deletion".formatted(id));
	}

	@GetMapping("/certificates/{id}/deletion")
	String show(@PathVariable CertificateId id, ListPath back, HttpSession session, Model model) {
		Optional<AuditEntry> asked = this.deletions.look(id);
		if (asked.isEmpty()) {
			return "redirect:" + back.from("/certificates/" + id);
		}
		AuditEntry entry = asked.get();
		String name = name(entry).orElse(id.value());
		if (entry.outcome() == AuditOutcome.REFUSED || entry.outcome() == AuditOutcome.FAILED) {
			model.addAttribute("page", RefusedPage.of(id, name, entry,
					this.views.find(id).map(CertificateView::reasons).orElse(List.of())));
			return "deletion/refused";
		}
		if (!entry.isOpen()) {
			this.inventory.forget(id);
			this.ownWrites.remember(session, id);
		}
		ProgressPage page = ProgressPage.of(id, name, entry, this.deletions.isLate(entry), this.checks.limit());
		model.addAttribute("page", page);
		model.addAttribute("goesOn", page.goesOn());
		return "deletion/progress";
	}

	private static Optional<String> name(AuditEntry entry) {
		return Optional.ofNullable(entry.certificate())
			.map(AuditedCertificate::names)
			.flatMap((names) -> names.stream().findFirst())
			.map(DomainName::unicode);
	}

}
