package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Redirects from the provider's response to the requested page, after a sign-in, and
 * after a failed one if the person is signed in already.
 */
class PageAfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final SignInAttempts<?> attempts;

	private final SignInFailureHandler failures;

	PageAfterSignIn(SignInAttempts<?> attempts, SignInFailureHandler failures) {
		this.attempts = attempts;
		this.failures = failures;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		this.attempts.forgetPage(request, response);
		leadOn(request, response);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		fail(request, response, failure);
	}

	/**
	 * Ends an attempt to sign in that failed.
	 * @param request the request
	 * @param response the answer
	 * @param failure what went wrong
	 * @throws IOException if the answer can't be sent
	 */
	void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) throws IOException {
		if (isSignedIn(request.getSession(false))) {
			this.failures.record(request, failure);
			leadOn(request, response);
		}
		else {
			this.failures.fail(request, response, failure);
		}
	}

	/**
	 * Leads on if the provider's answer came before, as it does with the back button, a
	 * page that is loaded anew, or a proxy that asks twice.
	 * @param request the request
	 * @param response the answer
	 * @return whether it did
	 * @throws IOException if the answer can't be sent
	 */
	boolean leadOnIfAnswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean answered = this.attempts.of(request).filter(SignInAttempt::isAnswered).isPresent();
		if (answered) {
			leadOn(request, response);
		}
		return answered;
	}

	private void leadOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.redirects.sendRedirect(request, response, this.attempts.of(request).map(SignInAttempt::page).orElse("/"));
	}

	private static boolean isSignedIn(@Nullable HttpSession session) {
		return session != null && session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
				&& User.of(context.getAuthentication()) != null;
	}

}
