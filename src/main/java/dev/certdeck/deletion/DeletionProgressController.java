package dev.certdeck.deletion;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.inventory.CertificateNotFoundException;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.Times;
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

	private final RunningDeletions deletions;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final CertificateViews views;

	private final CloudTexts texts;

	private final OwnWrites ownWrites;

	private final Times times;

	private final Clock clock;

	DeletionProgressController(RunningDeletions deletions, Inventory inventory, UsageChecks checks,
			CertificateViews views, CloudTexts texts, OwnWrites ownWrites, Times times, Clock clock) {
		this.deletions = deletions;
		this.inventory = inventory;
		this.checks = checks;
		this.views = views;
		this.texts = texts;
		this.ownWrites = ownWrites;
		this.times = times;
		this.clock = clock;
	}

	static String redirect(CertificateId id, ListPath list) {
		return "redirect:" + list.from("/certificates/%s/deletion".formatted(id));
	}

	@GetMapping("/certificates/{id}/deletion")
	String show(@PathVariable String id, @RequestParam(required = false) @Nullable String back, HttpSession session,
			Model model) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		Optional<AuditEntry> asked = this.deletions.look(certificateId);
		if (asked.isEmpty()) {
			return "redirect:" + ListPath.parse(back).from("/certificates/" + certificateId);
		}
		AuditEntry entry = asked.get();
		model.addAttribute("back", ListPath.parse(back).query());
		model.addAttribute("id", id);
		model.addAttribute("name", name(entry).orElse(id));
		if (entry.outcome() == AuditOutcome.REFUSED || entry.outcome() == AuditOutcome.FAILED) {
			return refused(certificateId, entry, model);
		}
		if (!entry.isOpen()) {
			this.inventory.forget(certificateId);
			this.ownWrites.remember(session, certificateId);
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
		return this.deletions.isLate(entry) ? "late" : "running";
	}

	private String refused(CertificateId id, AuditEntry entry, Model model) {
		if (entry.outcome() == AuditOutcome.REFUSED && entry.error() == null) {
			model.addAttribute("reasons", List.of(entry.detail()));
			return "deletion/refused";
		}
		List<String> reasons = this.inventory.find(id)
			.map((held) -> this.views.of(held, this.clock.instant()).reasons())
			.orElse(List.of());
		model.addAttribute("failure", entry.outcome().name().toLowerCase(Locale.ROOT));
		model.addAttribute("words", (entry.error() != null) ? this.texts.words(entry.error().reason()) : "");
		model.addAttribute("reasons", reasons);
		model.addAttribute("detail", entry.detail());
		return "deletion/refused";
	}

	private static Optional<String> name(AuditEntry entry) {
		return Optional.ofNullable(entry.certificate())
			.map(CertificateSummary::title)
			.filter((title) -> !title.isEmpty());
	}

}
