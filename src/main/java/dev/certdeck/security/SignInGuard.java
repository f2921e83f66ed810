package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Redirects a repeated response of the provider, and handles unexpected exceptions, such
 * as those of a malformed token, like any other failed sign-in.
 */
class SignInGuard extends OncePerRequestFilter {

	private final RequestMatcher signIn;

	private final PageAfterSignIn page;

	SignInGuard(RequestMatcher signIn, PageAfterSignIn page) {
		this.signIn = signIn;
		this.page = page;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.signIn.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			if (!this.page.redirectIfAnswered(request, response)) {
				chain.doFilter(request, response);
			}
		}
		catch (RuntimeException ex) {
			this.page.fail(request, response, ex);
		}
	}

}
