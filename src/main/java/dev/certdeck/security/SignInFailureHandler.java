package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Shows a plain page after a failed sign-in and logs the cause in one line.
 */
class SignInFailureHandler implements AuthenticationFailureHandler {

	private static final Log logger = LogFactory.getLog(SignInFailureHandler.class);

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final SecurityAuditPublisher events;

	SignInFailureHandler(SecurityAuditPublisher events) {
		this.events = events;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		fail(request, response, failure);
	}

	/**
	 * Ends an attempt to sign in.
	 * @param request the request
	 * @param response the answer
	 * @param failure what went wrong
	 * @throws IOException if the answer can't be sent
	 */
	void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) throws IOException {
		record(request, failure);
		Object id = request.getAttribute(AccessController.REQUEST_ID);
		this.redirects.sendRedirect(request, response,
				SignInProblem.of(failure).page() + ((id != null) ? "?request=" + id : ""));
	}

	/**
	 * Says and records that an attempt to sign in failed.
	 * @param request the request
	 * @param failure what went wrong
	 */
	void record(HttpServletRequest request, RuntimeException failure) {
		String reason = FailureReason.of(failure);
		logger.warn("Sign-in failed: " + reason);
		this.events.signInFailed(reason, request);
	}

}
