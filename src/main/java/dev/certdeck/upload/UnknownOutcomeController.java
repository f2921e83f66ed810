package dev.certdeck.upload;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.verdict.Leaf;
import dev.certdeck.web.Texts;
import dev.certdeck.web.WaitsForCloud;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page about an upload whose outcome is not known. It looks for the certificate each
 * time that it is shown.
 */
@Controller
class UnknownOutcomeController {

	private static final int RELOAD_SECONDS = 5;

	private final HeldLeaves heldLeaves;

	private final Inventory inventory;

	private final Texts texts;

	private final UploadLedger ledger;

	UnknownOutcomeController(HeldLeaves heldLeaves, Inventory inventory, Texts texts, UploadLedger ledger) {
		this.heldLeaves = heldLeaves;
		this.inventory = inventory;
		this.texts = texts;
		this.ledger = ledger;
	}

	@GetMapping("/certificates/upload/unknown")
	@WaitsForCloud
	String show(@RequestParam(defaultValue = "") String sha256, Model model) {
		Leaf leaf = this.ledger.find(sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("leaf", leaf);
		model.addAttribute("name", leaf.names().stream().findFirst().map(DomainName::unicode).orElse(""));
		model.addAttribute("expires", this.texts.end(leaf.expiresAt(), "full"));
		boolean open = this.ledger.isUnknown(leaf);
		model.addAttribute("open", open);
		if (open) {
			model.addAttribute("reload", RELOAD_SECONDS);
		}
		try {
			this.heldLeaves.find(leaf).ifPresent((id) -> found(id, model));
		}
		catch (CloudException ex) {
			model.addAttribute("failure", ex.getMessage());
		}
		return "upload/unknown";
	}

	private void found(CertificateId id, Model model) {
		this.inventory.reread(id);
		model.addAttribute("found", id.value());
		model.asMap().remove("reload");
	}

}
