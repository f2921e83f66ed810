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
 * Writes the session id to a cookie with the strictest name prefix that applies:
 * {@code __Host-} at the root of a secure site, {@code __Secure-} below a path of it, and
 * neither on plain HTTP.
 */
class SessionCookie implements CookieSerializer {

	private static final String NAME = "CERTDECK";

	@Override
	public void writeCookieValue(CookieValue value) {
		HttpServletRequest request = value.getRequest();
		String id = value.getCookieValue();
		Duration age = id.isEmpty() ? Duration.ZERO : Duration.ofSeconds(-1);
		value.getResponse().addHeader(HttpHeaders.SET_COOKIE, cookie(name(request), id, age, request).toString());
	}

	/**
	 * Creates a cookie with the attributes that its name requires.
	 * @param name its name
	 * @param value its value
	 * @param age how long the browser keeps it, negative until the browser is closed
	 * @param request the current request
	 * @return the cookie
	 */
	static ResponseCookie cookie(String name, String value, Duration age, HttpServletRequest request) {
		return ResponseCookie.from(name, value)
			.path(request.getContextPath().isEmpty() ? "/" : request.getContextPath())
			.secure(request.isSecure())
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(age)
			.build();
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

	static String name(HttpServletRequest request) {
		if (!request.isSecure()) {
			return NAME;
		}
		return (request.getContextPath().isEmpty() ? "__Host-" : "__Secure-") + NAME;
	}

}
