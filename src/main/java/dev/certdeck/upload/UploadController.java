package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.ReadYourWrites;
import dev.certdeck.list.ListPath;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.KeyMaterial;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.ValidUpload;
import dev.certdeck.upload.validation.ValidationResult;
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
 * Shows the upload form, checks it and uploads it.
 */
@Controller
class UploadController {

	private static final String VIEW = "upload/form";

	private static final String PART = "upload/result";

	private final UploadWrite upload;

	private final CloudWrites writes;

	private final FormViews views;

	private final FormValidator validator;

	private final ReadYourWrites readYourWrites;

	UploadController(UploadWrite upload, CloudWrites writes, FormViews views, FormValidator validator,
			ReadYourWrites readYourWrites) {
		this.upload = upload;
		this.writes = writes;
		this.views = views;
		this.validator = validator;
		this.readYourWrites = readYourWrites;
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
		UploadForm form = UploadFormReader.read(request);
		return new ModelAndView(VIEW, "form", this.views.of(form, this.validator.validate(form), false));
	}

	/**
	 * Shows the findings alone, while somebody types, without asking the cloud.
	 * @param request the form as it stands
	 * @return the fragment
	 */
	@PostMapping(path = "/certificates/upload/check", headers = "HX-Request",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView result(HttpServletRequest request) {
		UploadForm form = UploadFormReader.read(request);
		return form.inputs().isEmpty() ? new ModelAndView(PART)
				: new ModelAndView(PART, "result", this.views.result(this.validator.validateWithoutCloud(form)));
	}

	@PostMapping(path = "/certificates/upload",
			consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE })
	ModelAndView submit(HttpServletRequest request, @ModelAttribute("back") String back, Actor actor,
			RedirectAttributes redirect) {
		UploadForm form = UploadFormReader.read(request);
		ValidationResult result = this.validator.validate(form);
		ValidUpload validUpload = result.validUpload();
		if (validUpload == null) {
			return refused(form, result);
		}
		WriteOutcome outcome;
		try {
			outcome = this.writes.execute(this.upload, this.upload.request(form.token(), validUpload, actor));
		}
		catch (CloudException ex) {
			return refused(form, result.corrected(problem(FindingCode.CHECK_FAILED, ex.error())));
		}
		if (outcome instanceof WriteOutcome.Unknown) {
			return seeOther("/certificates/upload/unknown?sha256=" + validUpload.leaf().sha256());
		}
		if (!(outcome instanceof WriteOutcome.Ended ended)) {
			throw new WriteBusyException();
		}
		AuditResult written = ended.result();
		CertificateId id = written.certificate();
		if (id == null) {
			CloudError error = Objects.requireNonNull(written.error());
			return refused(form, result.refused(problem(code(error.failure()), error)));
		}
		if (written.outcome() == AuditOutcome.REFUSED) {
			return refused(form, result.corrected(Finding.of(FindingCode.ALREADY_HELD, Field.CHAIN, id)));
		}
		this.readYourWrites.remember(request.getSession());
		redirect.addFlashAttribute("notice", this.views.notice(id, written.isFoundDone()));
		return seeOther("/certificates/" + id
				+ (back.isEmpty() ? "" : "?back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
	}

	private static FindingCode code(CloudException.Failure failure) {
		return switch (failure) {
			case REFUSED -> FindingCode.CLOUD_REFUSED;
			case THROTTLED -> FindingCode.CLOUD_THROTTLED;
			case UNREACHABLE -> FindingCode.CLOUD_UNREACHABLE;
			case UNINTELLIGIBLE -> FindingCode.CLOUD_UNINTELLIGIBLE;
		};
	}

	private static Finding problem(FindingCode code, CloudError error) {
		return Finding.of(code, Field.FORM, error.reason(), error.message());
	}

	private ModelAndView refused(UploadForm form, ValidationResult result) {
		return new ModelAndView(VIEW, Map.of("form", this.views.of(form, result, true)),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView seeOther(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return new ModelAndView(view);
	}

}
