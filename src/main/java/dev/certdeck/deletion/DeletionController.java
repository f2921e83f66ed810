package dev.certdeck.deletion;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.certdeck.audit.Actor;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.CertificateNotFoundException;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.WaitsForCloud;
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

	private static final String REFUSED = "deletion/refused";

	private final Inventory inventory;

	private final UsageChecks checks;

	private final Deletions deletions;

	private final CertificateViews views;

	private final CloudTexts texts;

	private final OwnWrites ownWrites;

	private final MessageSource messages;

	private final Clock clock;

	DeletionController(Inventory inventory, UsageChecks checks, Deletions deletions, CertificateViews views,
			CloudTexts texts, OwnWrites ownWrites, MessageSource messages, Clock clock) {
		this.inventory = inventory;
		this.checks = checks;
		this.deletions = deletions;
		this.views = views;
		this.texts = texts;
		this.ownWrites = ownWrites;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/certificates/{id}/delete")
	@WaitsForCloud
	String confirm(@PathVariable String id, @RequestParam(required = false) @Nullable String back, Model model) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		if (this.deletions.isRunning(certificateId)) {
			return DeletionProgressController.redirect(certificateId, ListPath.parse(back));
		}
		UsageChecks.Opened opened = this.checks.open(certificateId)
			.orElseThrow(() -> new CertificateNotFoundException(id));
		model.addAttribute("view", this.views.of(opened.entry(), this.clock.instant()));
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
		Outcome outcome = delete(certificateId, actor);
		this.ownWrites.remember(session, certificateId);
		ListPath list = ListPath.parse(back);
		if (outcome instanceof Outcome.Running) {
			return DeletionProgressController.redirect(certificateId, list);
		}
		Optional<String> notice = notice(outcome);
		if (notice.isPresent()) {
			flash.addFlashAttribute("notice", notice.get());
			return "redirect:" + list.path();
		}
		model.addAttribute("back", list.query());
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
			return this.inventory.snapshot()
				.flatMap((snapshot) -> snapshot.find(id))
				.map((entry) -> new Outcome.RefusedByCloud(entry.certificate(), ex.error()))
				.orElseThrow(() -> ex);
		}
	}

	private Optional<String> notice(Outcome outcome) {
		if (outcome instanceof Outcome.Deleted deleted) {
			Certificate certificate = deleted.certificate();
			return Optional.of(text(deleted.lookedUp() ? "delete.done.looked-up" : "delete.done", certificate.title(),
					certificate.id().value()));
		}
		return (outcome instanceof Outcome.Gone gone) ? Optional.of(text("delete.gone", gone.id().value()))
				: Optional.empty();
	}

	private String failed(Outcome outcome, Model model, HttpServletResponse response) {
		if (outcome instanceof Outcome.Unknown unknown) {
			response.setStatus(HttpStatus.BAD_GATEWAY.value());
			model.addAttribute("certificate", unknown.certificate());
			model.addAttribute("detail", unknown.cause().message());
			model.addAttribute("stillHeld", unknown.stillHeld());
			return "deletion/unknown";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		if (outcome instanceof Outcome.RefusedByCloud refused) {
			CloudException.Failure failure = refused.cause().failure();
			if (failure != CloudException.Failure.REFUSED) {
				response.setStatus(HttpStatus.BAD_GATEWAY.value());
			}
			model.addAttribute("failure", failure.name().toLowerCase(Locale.ROOT));
			model.addAttribute("words", this.texts.words(refused.cause().reason()));
			name(refused.certificate(), model);
			model.addAttribute("reasons", reasons(refused.certificate().id()));
			model.addAttribute("detail", refused.cause().message());
		}
		if (outcome instanceof Outcome.Refused refused) {
			name(refused.entry().certificate(), model);
			model.addAttribute("reasons", this.views.of(refused.entry(), this.clock.instant()).reasons());
		}
		return REFUSED;
	}

	private List<String> reasons(CertificateId id) {
		return this.inventory.snapshot()
			.flatMap((snapshot) -> snapshot.find(id))
			.map((entry) -> this.views.of(entry, this.clock.instant()).reasons())
			.orElse(List.of());
	}

	private static void name(Certificate certificate, Model model) {
		model.addAttribute("name", certificate.title());
		model.addAttribute("id", certificate.id().value());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
