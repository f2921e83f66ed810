package dev.certdeck.security;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Keeps the id of the session in a cookie whose name promises as much as browsers can
 * check: {@code __Host-} at the root of a secure site, {@code __Secure-} below a path of
 * it, and neither on plain HTTP.
 */
class SessionCookie implements CookieSerializer {

	private static final String NAME = "CERTDECK";

	@Override
	public void writeCookieValue(CookieValue value) {
		HttpServletRequest request = value.getRequest();
		String id = value.getCookieValue();
		Duration age = id.isEmpty() ? Duration.ZERO : Duration.ofSeconds(-1);
		ResponseCookie cookie = ResponseCookie.from(name(request), id)
			.path(request.getContextPath().isEmpty() ? "/" : request.getContextPath())
			.secure(request.isSecure())
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(age)
			.build();
		value.getResponse().addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		String name = name(request);
		return Stream.ofNullable(request.getCookies())
			.flatMap(Stream::of)
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.toList();
	}

	private static String name(HttpServletRequest request) {
		if (!request.isSecure()) {
			return NAME;
		}
		return (request.getContextPath().isEmpty() ? "__Host-" : "__Secure-") + NAME;
	}

}
