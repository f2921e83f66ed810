package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

import dev.certdeck.audit.Actor;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.upload.pem.KeyMaterial;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.verdict.Candidate;
import dev.certdeck.upload.verdict.Holdings;
import dev.certdeck.upload.verdict.Judgement;
import dev.certdeck.upload.verdict.Verdict;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/**
 * The upload form and its verdict.
 */
@Controller
class UploadController {

	private static final String VIEW = "upload/form";

	private static final String PART = "upload/verdict";

	private final Uploads uploads;

	private final FormViews views;

	private final HeldCertificates held;

	private final OwnWrites ownWrites;

	private final Clock clock;

	UploadController(Uploads uploads, FormViews views, HeldCertificates held, OwnWrites ownWrites, Clock clock) {
		this.uploads = uploads;
		this.views = views;
		this.held = held;
		this.ownWrites = ownWrites;
		this.clock = clock;
	}

	@ModelAttribute("back")
	String back(HttpServletRequest request) {
		String query = ListPath.parse(request.getParameter("back")).query();
		return KeyMaterial.isIn(UriUtils.decode(query, StandardCharsets.UTF_8)) ? "" : query;
	}

	@GetMapping("/certificates/upload")
	ModelAndView show() {
		return new ModelAndView(VIEW, "form", this.views.empty());
	}

	@PostMapping(path = "/certificates/upload/check",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView check(HttpServletRequest request) {
		SubmittedForm form = SubmittedForm.of(request);
		return new ModelAndView(VIEW, "form", this.views.checked(form, judge(form, this.held::read)));
	}

	/**
	 * Gives the verdict alone, while somebody types. The cloud is not asked.
	 * @param request the form as it stands
	 * @return the part of the page
	 */
	@PostMapping(path = "/certificates/upload/check", headers = "HX-Request",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView verdict(HttpServletRequest request) {
		SubmittedForm form = SubmittedForm.of(request);
		return form.submission().inputs().isEmpty() ? new ModelAndView(PART)
				: new ModelAndView(PART, "verdict", this.views.verdict(judge(form, this.held::known)));
	}

	@PostMapping(path = "/certificates/upload",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView submit(HttpServletRequest request, @ModelAttribute("back") String back, Actor actor,
			RedirectAttributes redirect) {
		SubmittedForm form = SubmittedForm.of(request);
		Verdict verdict = judge(form, this.held::read);
		Candidate candidate = verdict.candidate();
		if (candidate == null) {
			return refused(form, verdict);
		}
		Outcome outcome = this.uploads.upload(form.token(), candidate, actor);
		if (outcome instanceof Outcome.Refused refused) {
			return refused(form,
					refused.isComparison() ? verdict.corrected(refused.problem()) : verdict.refused(refused.problem()));
		}
		if (outcome instanceof Outcome.Uploaded uploaded) {
			this.ownWrites.remember(request.getSession(), uploaded.id());
			redirect.addFlashAttribute("notice", this.views.notice(uploaded));
			return seeOther("/certificates/" + uploaded.id()
					+ (back.isEmpty() ? "" : "?back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
		}
		return seeOther("/certificates/upload/unknown?sha256=" + ((Outcome.Unknown) outcome).leaf().sha256());
	}

	private Verdict judge(SubmittedForm form, Function<PemCertificate, Holdings> holdings) {
		try (form) {
			return Judgement.of(form.submission(), holdings, this.clock.instant());
		}
	}

	private ModelAndView refused(SubmittedForm form, Verdict verdict) {
		return new ModelAndView(VIEW, Map.of("form", this.views.refused(form, verdict)),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView seeOther(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return new ModelAndView(view);
	}

}
