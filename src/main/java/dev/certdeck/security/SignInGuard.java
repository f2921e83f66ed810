package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Treats whatever else goes wrong in a sign-in, such as a token of an unexpected form,
 * like any other failed sign-in.
 */
class SignInGuard extends OncePerRequestFilter {

	private final RequestMatcher signIn;

	private final SignInFailureHandler failures;

	SignInGuard(RequestMatcher signIn, SignInFailureHandler failures) {
		this.signIn = signIn;
		this.failures = failures;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.signIn.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			this.failures.fail(request, response, ex);
		}
	}

}
