package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;

/**
 * Redirects to a plain page after a failed sign-in, records the failure and logs its
 * cause in one line.
 */
class SignInFailureHandler {

	private static final Log logger = LogFactory.getLog(SignInFailureHandler.class);

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final SecurityAuditPublisher events;

	SignInFailureHandler(SecurityAuditPublisher events) {
		this.events = events;
	}

	void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) throws IOException {
		record(request, failure);
		Object id = request.getAttribute(AccessController.REQUEST_ID);
		this.redirects.sendRedirect(request, response,
				SignInProblem.of(failure).page() + ((id != null) ? "?request=" + id : ""));
	}

	void record(HttpServletRequest request, RuntimeException failure) {
		String reason = FailureReason.of(failure);
		logger.warn("Sign-in failed: " + reason);
		this.events.signInFailed(reason, request);
	}

}
