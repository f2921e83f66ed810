package dev.certdeck.upload;

import java.util.List;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.web.Texts;
import dev.certdeck.web.WaitsForCloud;
import dev.certdeck.write.WriteResolver;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows an upload whose outcome is not known. Each request looks for the certificate and
 * resolves the intent if it can.
 */
@Controller
class UnknownOutcomeController {

	private static final int RELOAD_SECONDS = 5;

	private final WriteResolver resolver;

	private final AuditTrail trail;

	private final CertificateFinder finder;

	private final Inventory inventory;

	private final Texts texts;

	UnknownOutcomeController(WriteResolver resolver, AuditTrail trail, CertificateFinder finder, Inventory inventory,
			Texts texts) {
		this.resolver = resolver;
		this.trail = trail;
		this.finder = finder;
		this.inventory = inventory;
		this.texts = texts;
	}

	@GetMapping("/certificates/upload/unknown")
	@WaitsForCloud
	String show(@RequestParam(defaultValue = "") String sha256, Model model) {
		List<AuditEntry> uploads = this.trail.writes(AuditKind.UPLOAD, CertificateSummary.of(sha256));
		AuditEntry latest = uploads.stream()
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		CertificateSummary leaf = latest.subject();
		model.addAttribute("leaf", leaf);
		model.addAttribute("name", leaf.title());
		model.addAttribute("expires", this.texts.end(leaf.expiresAt(), "full"));
		Optional<AuditEntry> open = uploads.stream().filter(AuditEntry::isOpen).findFirst();
		boolean pending = open.isPresent();
		try {
			Optional<AuditEntry> resolved = open.map(this.resolver::resolve);
			pending = resolved.filter(AuditEntry::isOpen).isPresent();
			Optional<CertificateId> id = pending ? Optional.empty()
					: resolved.map((entry) -> entry.result().certificate()).or(() -> this.finder.find(leaf));
			id.ifPresent(this.inventory::reread);
			id.ifPresent((found) -> model.addAttribute("found", found.value()));
		}
		catch (CloudException ex) {
			model.addAttribute("failure", ex.getMessage());
		}
		model.addAttribute("open", pending);
		if (pending) {
			model.addAttribute("reload", RELOAD_SECONDS);
		}
		return "upload/unknown";
	}

}
