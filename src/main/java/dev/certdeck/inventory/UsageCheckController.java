package dev.certdeck.inventory;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.web.WaitsForCloud;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Starts to look at what uses a certificate when somebody asks for it. The certificate's
 * page shows how that goes on.
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
	String check(@PathVariable String id, @RequestParam(required = false) @Nullable String back, HttpSession session) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		if (this.inventory.reread(certificateId).isPresent()) {
			this.checks.await(this.checks.start(certificateId));
			this.readYourWrites.remember(session, certificateId);
		}
		return "redirect:" + ListPath.parse(back).from("/certificates/" + certificateId) + "#usage";
	}

}
