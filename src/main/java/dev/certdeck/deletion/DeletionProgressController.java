package dev.certdeck.deletion;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.inventory.CertificateNotFoundException;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.Times;
import dev.certdeck.write.WriteResolver;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of a deletion that takes longer than a click may wait. It tells from the audit
 * trail how far that is: looking, running, late, lost, over or refused.
 */
@Controller
class DeletionProgressController {

	private static final Set<String> GOES_ON = Set.of("looking", "running", "lost");

	private final DeletionWrite deletion;

	private final WriteResolver resolver;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final DeletionViews views;

	private final ReadYourWrites readYourWrites;

	private final Times times;

	DeletionProgressController(DeletionWrite deletion, WriteResolver resolver, Inventory inventory, UsageChecks checks,
			DeletionViews views, ReadYourWrites readYourWrites, Times times) {
		this.deletion = deletion;
		this.resolver = resolver;
		this.inventory = inventory;
		this.checks = checks;
		this.views = views;
		this.readYourWrites = readYourWrites;
		this.times = times;
	}

	static String redirect(CertificateId id, ListPath list) {
		return "redirect:" + list.from("/certificates/%s/deletion".formatted(id));
	}

	@GetMapping("/certificates/{id}/deletion")
	String show(@PathVariable String id, @RequestParam(required = false) @Nullable String back, HttpSession session,
			Model model) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		Optional<AuditEntry> asked = this.resolver.look(this.deletion, certificateId);
		if (asked.isEmpty()) {
			return "redirect:" + ListPath.parse(back).from("/certificates/" + certificateId);
		}
		AuditEntry entry = asked.get();
		model.addAttribute("back", ListPath.parse(back).query());
		model.addAttribute("id", id);
		String name = entry.subject().title();
		model.addAttribute("name", name.isEmpty() ? id : name);
		if (entry.outcome() == AuditOutcome.REFUSED || entry.outcome() == AuditOutcome.FAILED) {
			return this.views.refused(certificateId, entry.result(), entry.outcome().name().toLowerCase(Locale.ROOT),
					model);
		}
		if (!entry.isOpen()) {
			this.inventory.forget(certificateId);
			this.readYourWrites.remember(session, certificateId);
		}
		String state = state(entry);
		model.addAttribute("state", state);
		model.addAttribute("goesOn", GOES_ON.contains(state));
		model.addAttribute("at", this.times.secondOfDay(entry.latestAt()));
		model.addAttribute("limit", this.checks.limit());
		model.addAttribute("by", entry.actor().name());
		return "deletion/progress";
	}

	private String state(AuditEntry entry) {
		if (!entry.isOpen()) {
			return "over";
		}
		if (entry.isUnsent()) {
			return "looking";
		}
		if (entry.isLost()) {
			return "lost";
		}
		return this.views.isLate(entry) ? "late" : "running";
	}

}
