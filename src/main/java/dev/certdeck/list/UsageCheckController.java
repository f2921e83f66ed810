package dev.certdeck.list;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.WaitsForCloud;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Starts a usage check when somebody asks for it. The certificate's page shows its
 * progress.
 */
@Controller
class UsageCheckController {

	private final Inventory inventory;

	private final UsageChecks checks;

	private final ReadYourWrites readYourWrites;

	UsageCheckController(Inventory inventory, UsageChecks checks, ReadYourWrites readYourWrites) {
		this.inventory = inventory;
		this.checks = checks;
		this.readYourWrites = readYourWrites;
	}

	@PostMapping("/certificates/{id}/refresh")
	@WaitsForCloud
	String check(@PathVariable CertificateId id, ListPath back, HttpSession session) {
		if (this.inventory.reread(id).isPresent()) {
			this.checks.await(this.checks.start(id));
			this.readYourWrites.remember(session);
		}
		return "redirect:" + back.from("/certificates/" + id) + "#usage";
	}

}
