package dev.certdeck.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Stores each sign-in attempt separately, identified by a cookie: several tabs can sign
 * in at the same time, and a response of the provider is valid only in the browser that
 * started the attempt. An attempt is kept after its response, so that a repeated response
 * can be redirected.
 *
 * @param <S> how attempts are stored: like sessions, though nobody is signed in by one
 */
class SignInAttempts<S extends Session>
		implements AuthorizationRequestRepository<OAuth2AuthorizationRequest>, LogoutHandler {

	private static final String ATTEMPT = SignInAttempts.class.getName() + ".attempt";

	private static final int MOST = 8;

	private final SessionRepository<S> store;

	private final RequestCache pages;

	SignInAttempts(SessionRepository<S> store, RequestCache pages) {
		this.store = store;
		this.pages = pages;
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest question, HttpServletRequest request,
			HttpServletResponse response) {
		if (question == null) {
			return;
		}
		// The provider's session is stored beside this one when the sign-in comes back.
		request.getSession();
		String state = Objects.requireNonNull(question.getState());
		SavedRequest page = this.pages.getRequest(request, response);
		S stored = this.store.createSession();
		stored.setAttribute(ATTEMPT, new SignInAttempt(state, (page != null) ? page.getRedirectUrl() : "/", question));
		this.store.save(stored);
		List<Cookie> before = AttemptCookie.all(request).toList();
		if (before.size() >= MOST) {
			before.forEach((cookie) -> AttemptCookie.takeBack(cookie, request, response));
		}
		AttemptCookie.write(state, stored.getId(), stored.getMaxInactiveInterval(), request, response);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return of(request).map(SignInAttempt::question).orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		return stored(request).map((stored) -> {
			SignInAttempt attempt = stored.getRequiredAttribute(ATTEMPT);
			stored.setAttribute(ATTEMPT, attempt.answered());
			this.store.save(stored);
			return attempt.question();
		}).orElse(null);
	}

	/**
	 * Finds the attempt to which a response of the provider belongs.
	 * @param answer the request that brings the response
	 * @return the attempt, absent if the browser has none or it has expired
	 */
	Optional<SignInAttempt> of(HttpServletRequest answer) {
		return stored(answer).map((stored) -> stored.getRequiredAttribute(ATTEMPT));
	}

	private Optional<S> stored(HttpServletRequest answer) {
		String state = answer.getParameter(OAuth2ParameterNames.STATE);
		return (state != null) ? AttemptCookie.values(state, answer)
			.flatMap(this::stored)
			.filter((stored) -> stored.<SignInAttempt>getRequiredAttribute(ATTEMPT).state().equals(state))
			.findFirst() : Optional.empty();
	}

	private Stream<S> stored(String id) {
		return Stream.ofNullable(this.store.findById(id)).filter((stored) -> stored.getAttribute(ATTEMPT) != null);
	}

	void forgetPage(HttpServletRequest request, HttpServletResponse response) {
		this.pages.removeRequest(request, response);
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		AttemptCookie.all(request)
			.flatMap((cookie) -> stored(cookie.getValue()))
			.forEach((stored) -> this.store.deleteById(stored.getId()));
	}

}
