package dev.certdeck.list;

import java.io.IOException;
import java.util.List;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows what the audit trail knows of a certificate that the account no longer holds, in
 * place of the page that was asked for.
 */
@ControllerAdvice
class GoneCertificateAdvice {

	private final AuditTrail trail;

	GoneCertificateAdvice(AuditTrail trail) {
		this.trail = trail;
	}

	@ExceptionHandler
	@Nullable ModelAndView gone(CertificateNotFoundException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		List<AuditView> history = AuditView.of(this.trail.history(ex.id()));
		if (history.isEmpty()) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return null;
		}
		ModelAndView page = new ModelAndView("list/gone", HttpStatus.NOT_FOUND);
		page.addObject("back", ListPath.to(CertificateQuery.parse(request.getParameter("back"))));
		page.addObject("history", history);
		page.addObject("last", history.get(0));
		return page;
	}

}
