package dev.certdeck.deletion;

import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Message;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.list.ListPath;
import dev.certdeck.write.WriteResolver;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page that shows the progress of a long deletion, by its entry of the audit trail.
 */
@Controller
class DeletionProgressController {

	private final DeletionWrite deletion;

	private final WriteResolver resolver;

	private final Inventory inventory;

	private final DeletionViews views;

	private final ReadYourWrites readYourWrites;

	DeletionProgressController(DeletionWrite deletion, WriteResolver resolver, Inventory inventory, DeletionViews views,
			ReadYourWrites readYourWrites) {
		this.deletion = deletion;
		this.resolver = resolver;
		this.inventory = inventory;
		this.views = views;
		this.readYourWrites = readYourWrites;
	}

	static String redirect(CertificateId id, ListPath list) {
		return "redirect:" + list.from("/certificates/%s/deletion".formatted(id));
	}

	@GetMapping("/certificates/{id}/deletion")
	String show(@PathVariable CertificateId id, ListPath back, HttpSession session, Model model) {
		Optional<AuditEntry> latest = this.resolver.latest(this.deletion, id);
		if (latest.isEmpty()) {
			return "redirect:" + back.from("/certificates/" + id);
		}
		AuditEntry entry = latest.get();
		String title = entry.subject().title();
		String name = title.isEmpty() ? id.value() : title;
		if (entry.outcome() == AuditOutcome.REFUSED || entry.outcome() == AuditOutcome.FAILED) {
			model.addAttribute("page", this.views.refused(id, name, entry.result(), Message.key(entry.outcome())));
			return "deletion/refused";
		}
		if (!entry.isOpen()) {
			this.inventory.forget(id);
			this.readYourWrites.remember(session);
		}
		ProgressPage page = this.views.progress(id, name, entry);
		model.addAttribute("page", page);
		model.addAttribute("goesOn", page.goesOn());
		return "deletion/progress";
	}

}
