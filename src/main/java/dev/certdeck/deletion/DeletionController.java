package dev.certdeck.deletion;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.audit.Actor;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.CertificateNotFoundException;
import dev.certdeck.inventory.CertificateView;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.inventory.UsageCheck;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.Texts;
import dev.certdeck.web.WaitsForCloud;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

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

	private final UsageChecks checks;

	private final Deletions deletions;

	private final CertificateViews views;

	private final Texts texts;

	private final OwnWrites ownWrites;

	DeletionController(UsageChecks checks, Deletions deletions, CertificateViews views, Texts texts,
			OwnWrites ownWrites) {
		this.checks = checks;
		this.deletions = deletions;
		this.views = views;
		this.texts = texts;
		this.ownWrites = ownWrites;
	}

	@GetMapping("/certificates/{id}/delete")
	@WaitsForCloud
	String confirm(@PathVariable CertificateId id, ListPath back, Model model) {
		if (this.deletions.isRunning(id)) {
			return DeletionProgressController.redirect(id, back);
		}
		UsageChecks.Opened opened = this.checks.open(id).orElseThrow(() -> new CertificateNotFoundException(id));
		model.addAttribute("page",
				new ConfirmPage(this.views.of(opened.entry()), opened.check(), this.checks.shallowKinds()));
		model.addAttribute("goesOn", opened.check() != null);
		return "deletion/confirm";
	}

	@PostMapping("/certificates/{id}/delete")
	@WaitsForCloud(atATime = 16)
	String delete(@PathVariable CertificateId id, ListPath back, Actor actor, HttpSession session, Model model,
			RedirectAttributes flash, HttpServletResponse response) {
		Outcome outcome = delete(id, actor);
		this.ownWrites.remember(session, id);
		if (outcome instanceof Outcome.Running) {
			return DeletionProgressController.redirect(id, back);
		}
		Optional<String> notice = notice(outcome);
		if (notice.isPresent()) {
			flash.addFlashAttribute("notice", notice.get());
			return "redirect:" + back.path();
		}
		return failed(outcome, model, response);
	}

	/**
	 * Deletes a certificate. One that can't be read again is told like one that the cloud
	 * did not delete, as far as it is known what to call it.
	 * @param id the certificate's id
	 * @param actor who wishes it
	 * @return what became of it
	 */
	private Outcome delete(CertificateId id, Actor actor) {
		try {
			return this.deletions.delete(id, actor);
		}
		catch (CloudException ex) {
			return this.views.find(id)
				.map((view) -> new Outcome.RefusedByCloud(view.certificate(), ex))
				.orElseThrow(() -> ex);
		}
	}

	private Optional<String> notice(Outcome outcome) {
		if (outcome instanceof Outcome.Deleted deleted) {
			Certificate certificate = deleted.certificate();
			return Optional.of(this.texts.text(deleted.lookedUp() ? "delete.done.looked-up" : "delete.done",
					certificate.title(), certificate.id()));
		}
		return (outcome instanceof Outcome.Gone gone) ? Optional.of(this.texts.text("delete.gone", gone.id()))
				: Optional.empty();
	}

	private String failed(Outcome outcome, Model model, HttpServletResponse response) {
		if (outcome instanceof Outcome.Unknown unknown) {
			response.setStatus(HttpStatus.BAD_GATEWAY.value());
			model.addAttribute("unknown", unknown);
			return "deletion/unknown";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		if (outcome instanceof Outcome.RefusedByCloud refused) {
			if (refused.cause().failure() != CloudException.Failure.REFUSED) {
				response.setStatus(HttpStatus.BAD_GATEWAY.value());
			}
			CertificateId id = refused.certificate().id();
			model.addAttribute("page", RefusedPage.byCloud(id, refused.certificate().title(), refused.cause(),
					this.views.find(id).map(CertificateView::reasons).orElse(List.of())));
		}
		if (outcome instanceof Outcome.Refused refused) {
			CertificateView view = this.views.of(refused.entry());
			model.addAttribute("page", RefusedPage.byPolicy(refused.entry().id(), view.title(), view.reasons()));
		}
		return "deletion/refused";
	}

	/**
	 * What the page shows that asks whether a certificate is to be deleted.
	 *
	 * @param view the certificate
	 * @param check the look at what uses it that is under way, absent if there is none
	 * @param shallowKinds the kinds of resources that are looked at less closely than
	 * they could be
	 */
	record ConfirmPage(CertificateView view, @Nullable UsageCheck check, Set<BindingKind> shallowKinds) {

	}

}
