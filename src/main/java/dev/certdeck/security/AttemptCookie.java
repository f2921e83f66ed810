package dev.certdeck.security;

import java.time.Duration;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * The cookies that identify a browser's sign-in attempts. Each is named after the session
 * cookie and the beginning of the attempt's state.
 */
final class AttemptCookie {

	private static final int LENGTH = 16;

	private AttemptCookie() {
	}

	static void write(String state, String id, Duration age, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				SessionCookie.cookie(name(state, request), id, age, request).toString());
	}

	static void takeBack(Cookie cookie, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				SessionCookie.cookie(cookie.getName(), "", Duration.ZERO, request).toString());
	}

	static Stream<String> values(String state, HttpServletRequest request) {
		String name = name(state, request);
		return all(request).filter((cookie) -> cookie.getName().equals(name)).map(Cookie::getValue);
	}

	static Stream<Cookie> all(HttpServletRequest request) {
		String prefix = prefix(request);
		return Stream.ofNullable(request.getCookies())
			.flatMap(Stream::of)
			.filter((cookie) -> cookie.getName().startsWith(prefix));
	}

	private static String name(String state, HttpServletRequest request) {
		String text = state.replaceAll("[^A-Za-z0-9_-]", "");
		return prefix(request) + text.substring(0, Math.min(LENGTH, text.length()));
	}

	private static String prefix(HttpServletRequest request) {
		return SessionCookie.name(request) + "-";
	}

}
