package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.upload.pem.KeyMaterial;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.verdict.Candidate;
import dev.certdeck.upload.verdict.Field;
import dev.certdeck.upload.verdict.Finding;
import dev.certdeck.upload.verdict.Holdings;
import dev.certdeck.upload.verdict.Judgement;
import dev.certdeck.upload.verdict.Verdict;
import dev.certdeck.write.CloudWrites;
import dev.certdeck.write.WriteBusyException;
import dev.certdeck.write.WriteOutcome;
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

	private static final String ALREADY_HELD = "already-held";

	private static final String CHECK_FAILED = "check-failed";

	private final UploadWrite upload;

	private final CloudWrites writes;

	private final FormViews views;

	private final HeldCertificates held;

	private final ReadYourWrites readYourWrites;

	private final Clock clock;

	UploadController(UploadWrite upload, CloudWrites writes, FormViews views, HeldCertificates held,
			ReadYourWrites readYourWrites, Clock clock) {
		this.upload = upload;
		this.writes = writes;
		this.views = views;
		this.held = held;
		this.readYourWrites = readYourWrites;
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
		WriteOutcome outcome;
		try {
			outcome = this.writes.execute(this.upload, this.upload.request(form.token(), candidate, actor));
		}
		catch (CloudException ex) {
			return refused(form, verdict.corrected(problem(CHECK_FAILED, ex.error())));
		}
		if (outcome instanceof WriteOutcome.Unknown) {
			return seeOther("/certificates/upload/unknown?sha256=" + candidate.leaf().sha256());
		}
		if (!(outcome instanceof WriteOutcome.Ended ended)) {
			throw new WriteBusyException();
		}
		AuditResult result = ended.result();
		CertificateId id = result.certificate();
		if (id == null) {
			CloudError error = Objects.requireNonNull(result.error());
			return refused(form,
					verdict.refused(problem("cloud-" + error.failure().name().toLowerCase(Locale.ROOT), error)));
		}
		if (result.outcome() == AuditOutcome.REFUSED) {
			return refused(form, verdict.corrected(Finding.problem(Field.CHAIN, ALREADY_HELD, id.value()).about(id)));
		}
		this.readYourWrites.remember(request.getSession(), id);
		redirect.addFlashAttribute("notice", this.views.notice(id, result.isFoundDone()));
		return seeOther("/certificates/" + id
				+ (back.isEmpty() ? "" : "?back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
	}

	private static Finding problem(String code, CloudError error) {
		return Finding.problem(Field.FORM, code, error.reason(), error.message());
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
