package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Redirects from the provider's response to the requested page, after a sign-in, and
 * after a failed one if the person is signed in already.
 */
class PageAfterSignIn {

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final SignInAttempts<?> attempts;

	private final SignInFailureHandler failures;

	PageAfterSignIn(SignInAttempts<?> attempts, SignInFailureHandler failures) {
		this.attempts = attempts;
		this.failures = failures;
	}

	void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		this.attempts.forgetPage(request, response);
		redirect(request, response);
	}

	void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) throws IOException {
		if (isSignedIn(request.getSession(false))) {
			this.failures.record(request, failure);
			redirect(request, response);
		}
		else {
			this.failures.fail(request, response, failure);
		}
	}

	/**
	 * Redirects if the provider's response was handled before: after the back button, a
	 * reload, or a proxy's retry.
	 * @param request the request
	 * @param response the response
	 * @return whether it was redirected
	 * @throws IOException if the response can't be sent
	 */
	boolean redirectIfAnswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean answered = this.attempts.of(request).filter(SignInAttempt::isAnswered).isPresent();
		if (answered) {
			redirect(request, response);
		}
		return answered;
	}

	private void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.redirects.sendRedirect(request, response, this.attempts.of(request).map(SignInAttempt::page).orElse("/"));
	}

	private static boolean isSignedIn(@Nullable HttpSession session) {
		return session != null && session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
				&& User.of(context.getAuthentication()) != null;
	}

}
