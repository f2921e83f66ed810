package dev.certdeck.upload;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.verdict.Leaf;
import dev.certdeck.web.Times;

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

	private final HeldLeaves heldLeaves;

	private final Inventory inventory;

	private final Times times;

	private final UploadLedger ledger;

	UnknownOutcomeController(HeldLeaves heldLeaves, Inventory inventory, Times times, UploadLedger ledger) {
		this.heldLeaves = heldLeaves;
		this.inventory = inventory;
		this.times = times;
		this.ledger = ledger;
	}

	@GetMapping("/certificates/upload/unknown")
	String show(@RequestParam(defaultValue = "") String sha256, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String expires, Model model) {
		Leaf leaf = leaf(sha256, name, expires);
		model.addAttribute("leaf", leaf);
		model.addAttribute("name", leaf.names().stream().findFirst().map(DomainName::unicode).orElse(""));
		model.addAttribute("expires", this.times.full(leaf.expiresAt()));
		model.addAttribute("open", this.ledger.isUnknown(leaf));
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
	}

	private static Leaf leaf(String sha256, String name, String expires) {
		try {
			if (sha256.matches("[0-9a-f]{64}") && name.length() <= 255 && expires.matches("\\d{4}-.*")) {
				List<DomainName> names = Stream.of(name)
					.filter((given) -> !given.isBlank())
					.map(DomainName::new)
					.toList();
				return new Leaf(sha256, names, Instant.parse(expires));
			}
		}
		catch (DateTimeException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a date", ex);
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a fingerprint");
	}

}
