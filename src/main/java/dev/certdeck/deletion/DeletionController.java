package dev.certdeck.deletion;

import java.util.Locale;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.inventory.CertificateNotFoundException;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.WaitsForCloud;
import dev.certdeck.write.CloudWrites;
import dev.certdeck.write.WriteOutcome;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of a deletion: confirm, then done, refused or not known.
 */
@Controller
class DeletionController {

	private static final String CONFIRM = "deletion/confirm";

	private final DeletionWrite deletion;

	private final CloudWrites writes;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final DeletionViews views;

	private final ReadYourWrites readYourWrites;

	private final MessageSource messages;

	DeletionController(DeletionWrite deletion, CloudWrites writes, Inventory inventory, UsageChecks checks,
			DeletionViews views, ReadYourWrites readYourWrites, MessageSource messages) {
		this.deletion = deletion;
		this.writes = writes;
		this.inventory = inventory;
		this.checks = checks;
		this.views = views;
		this.readYourWrites = readYourWrites;
		this.messages = messages;
	}

	@GetMapping("/certificates/{id}/delete")
	@WaitsForCloud
	String confirm(@PathVariable String id, @RequestParam(required = false) @Nullable String back, Model model) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		if (this.writes.isRunning(this.deletion, CertificateSummary.of(certificateId))) {
			return DeletionProgressController.redirect(certificateId, ListPath.parse(back));
		}
		UsageChecks.Opened opened = this.checks.open(certificateId)
			.orElseThrow(() -> new CertificateNotFoundException(id));
		model.addAttribute("view", this.views.of(opened.entry()));
		model.addAttribute("check", opened.check());
		model.addAttribute("goesOn", opened.check() != null);
		model.addAttribute("shallowKinds", this.inventory.shallowKinds());
		model.addAttribute("back", ListPath.parse(back).query());
		return CONFIRM;
	}

	@PostMapping("/certificates/{id}/delete")
	@WaitsForCloud(atATime = 16)
	String delete(@PathVariable String id, @RequestParam(required = false) @Nullable String back, Actor actor,
			HttpSession session, Model model, RedirectAttributes flash, HttpServletResponse response) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		String title = title(certificateId);
		WriteOutcome outcome = delete(certificateId, actor);
		this.readYourWrites.remember(session, certificateId);
		ListPath list = ListPath.parse(back);
		if (outcome instanceof WriteOutcome.Running) {
			return DeletionProgressController.redirect(certificateId, list);
		}
		Optional<String> notice = notice(certificateId, title, outcome);
		if (notice.isPresent()) {
			flash.addFlashAttribute("notice", notice.get());
			return "redirect:" + list.path();
		}
		model.addAttribute("back", list.query());
		model.addAttribute("id", id);
		model.addAttribute("name", title);
		return (outcome instanceof WriteOutcome.Unknown unknown) ? unknown(unknown, model, response)
				: refused(certificateId, ((WriteOutcome.Ended) outcome).result(), model, response);
	}

	private String title(CertificateId id) {
		return this.inventory.find(id).map((entry) -> entry.certificate().title()).orElse(id.value());
	}

	/**
	 * Deletes a certificate. One that can't be read again is told like one that the cloud
	 * did not delete, as far as it is known what to call it.
	 * @param id the certificate's id
	 * @param actor who wishes it
	 * @return what became of it
	 */
	private WriteOutcome delete(CertificateId id, Actor actor) {
		try {
			return this.writes.execute(this.deletion, this.deletion.request(id, actor));
		}
		catch (CloudException ex) {
			if (this.inventory.find(id).isEmpty()) {
				throw ex;
			}
			return new WriteOutcome.Ended(AuditResult.of(ex.error()));
		}
	}

	private Optional<String> notice(CertificateId id, String title, WriteOutcome outcome) {
		AuditResult result = (outcome instanceof WriteOutcome.Ended ended) ? ended.result() : null;
		if (result != null && result.outcome() == AuditOutcome.DONE) {
			return Optional.of(text(result.isFoundDone() ? "delete.done.looked-up" : "delete.done", title, id.value()));
		}
		return DeletionWrite.GONE.equals(result) ? Optional.of(text("delete.gone", id.value())) : Optional.empty();
	}

	private static String unknown(WriteOutcome.Unknown unknown, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.BAD_GATEWAY.value());
		model.addAttribute("detail", unknown.detail());
		model.addAttribute("stillHeld", unknown.lookedUp());
		return "deletion/unknown";
	}

	private String refused(CertificateId id, AuditResult result, Model model, HttpServletResponse response) {
		Failure failure = (result.error() != null) ? result.error().failure() : Failure.REFUSED;
		response.setStatus(((failure == Failure.REFUSED) ? HttpStatus.CONFLICT : HttpStatus.BAD_GATEWAY).value());
		return this.views.refused(id, result, failure.name().toLowerCase(Locale.ROOT), model);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
