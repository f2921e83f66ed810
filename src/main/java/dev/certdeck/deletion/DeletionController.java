package dev.certdeck.deletion;

import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.Message;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.list.ListPath;
import dev.certdeck.web.Texts;
import dev.certdeck.web.WaitsForCloud;
import dev.certdeck.write.CloudWrites;
import dev.certdeck.write.WriteOutcome;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of a deletion: confirm, then done, refused or not known.
 */
@Controller
class DeletionController {

	private final DeletionWrite deletion;

	private final CloudWrites writes;

	private final DeletionViews views;

	private final ReadYourWrites readYourWrites;

	private final Texts texts;

	DeletionController(DeletionWrite deletion, CloudWrites writes, DeletionViews views, ReadYourWrites readYourWrites,
			Texts texts) {
		this.deletion = deletion;
		this.writes = writes;
		this.views = views;
		this.readYourWrites = readYourWrites;
		this.texts = texts;
	}

	@GetMapping("/certificates/{id}/delete")
	@WaitsForCloud
	String confirm(@PathVariable CertificateId id, ListPath back, Model model) {
		if (this.writes.isRunning(this.deletion, CertificateSummary.of(id))) {
			return DeletionProgressController.redirect(id, back);
		}
		ConfirmPage page = this.views.confirm(id);
		model.addAttribute("page", page);
		model.addAttribute("goesOn", page.check() != null);
		return "deletion/confirm";
	}

	@PostMapping("/certificates/{id}/delete")
	@WaitsForCloud(atATime = 16)
	String delete(@PathVariable CertificateId id, ListPath back, Actor actor, HttpSession session, Model model,
			RedirectAttributes flash, HttpServletResponse response) {
		String name = this.views.name(id);
		WriteOutcome outcome = delete(id, actor);
		this.readYourWrites.remember(session);
		if (outcome instanceof WriteOutcome.Running) {
			return DeletionProgressController.redirect(id, back);
		}
		Optional<String> notice = notice(id, name, outcome);
		if (notice.isPresent()) {
			flash.addFlashAttribute("notice", notice.get());
			return "redirect:" + back.path();
		}
		if (outcome instanceof WriteOutcome.Unknown unknown) {
			response.setStatus(HttpStatus.BAD_GATEWAY.value());
			model.addAttribute("page", new UnknownPage(id, name, unknown.asked(), unknown.detail()));
			return "deletion/unknown";
		}
		AuditResult result = ((WriteOutcome.Ended) outcome).result();
		Failure failure = (result.error() != null) ? result.error().failure() : Failure.REFUSED;
		response.setStatus(((failure == Failure.REFUSED) ? HttpStatus.CONFLICT : HttpStatus.BAD_GATEWAY).value());
		model.addAttribute("page", this.views.refused(id, name, result, Message.key(failure)));
		return "deletion/refused";
	}

	private WriteOutcome delete(CertificateId id, Actor actor) {
		try {
			return this.writes.execute(this.deletion, this.deletion.request(id, actor));
		}
		catch (CloudException ex) {
			if (!this.views.isKnown(id)) {
				throw ex;
			}
			// Its name is known, so that it gets the page of a failed deletion.
			return new WriteOutcome.Ended(AuditResult.of(ex.error()));
		}
	}

	private Optional<String> notice(CertificateId id, String name, WriteOutcome outcome) {
		AuditResult result = (outcome instanceof WriteOutcome.Ended ended) ? ended.result() : null;
		if (result != null && result.outcome() == AuditOutcome.DONE) {
			return Optional
				.of(this.texts.text(result.isFoundDone() ? "delete.done.looked-up" : "delete.done", name, id));
		}
		return DeletionWrite.GONE.equals(result) ? Optional.of(this.texts.text("delete.gone", id)) : Optional.empty();
	}

	/**
	 * The content of the page of a deletion with an unknown outcome.
	 *
	 * @param id the certificate's id
	 * @param name the certificate's display name
	 * @param stillHeld whether the cloud was asked since and still held the certificate
	 * @param detail what went wrong
	 */
	record UnknownPage(CertificateId id, String name, boolean stillHeld, String detail) {

	}

}
