package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.certdeck.audit.Actor;
import dev.certdeck.inventory.ListPath;
import dev.certdeck.inventory.OwnWrites;
import dev.certdeck.upload.verdict.Candidate;
import dev.certdeck.upload.verdict.Finding;
import dev.certdeck.upload.verdict.Judgement;
import dev.certdeck.upload.verdict.Leaf;
import dev.certdeck.upload.verdict.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The upload form.
 */
@Controller
class UploadController {

	private static final String VIEW = "upload/form";

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
	String back(@RequestParam(required = false) @Nullable String back) {
		return ListPath.parse(back).query();
	}

	@GetMapping("/certificates/upload")
	ModelAndView show() {
		return new ModelAndView(VIEW, "form", this.views.empty());
	}

	@PostMapping(path = "/certificates/upload",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView submit(HttpServletRequest request, @ModelAttribute("back") String back, Actor actor,
			RedirectAttributes redirect) {
		SubmittedForm form = SubmittedForm.of(request);
		Verdict verdict = Judgement.of(form.submission(), this.held::read, this.clock.instant());
		Candidate candidate = verdict.candidate();
		if (candidate == null) {
			return refused(form, verdict.problems());
		}
		Outcome outcome = this.uploads.upload(form.token(), candidate, actor);
		if (outcome instanceof Outcome.Refused refused) {
			return refused(form, List.of(refused.problem()));
		}
		if (outcome instanceof Outcome.Uploaded uploaded) {
			this.ownWrites.remember(request.getSession(), uploaded.id());
			redirect.addFlashAttribute("notice", this.views.notice(uploaded));
			return seeOther("/certificates/" + uploaded.id()
					+ (back.isEmpty() ? "" : "?back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
		}
		return seeOther(unknown(((Outcome.Unknown) outcome).leaf()));
	}

	private ModelAndView refused(SubmittedForm form, List<Finding> problems) {
		return new ModelAndView(VIEW, Map.of("form", this.views.refused(form, problems)),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static String unknown(Leaf leaf) {
		String name = leaf.names().stream().findFirst().map(Object::toString).orElse("");
		return UriComponentsBuilder.fromPath("/certificates/upload/unknown")
			.queryParam("sha256", leaf.sha256())
			.queryParam("name", "{name}")
			.queryParam("expires", leaf.expiresAt())
			.encode()
			.build(name)
			.toString();
	}

	private static ModelAndView seeOther(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return new ModelAndView(view);
	}

}
