package dev.certdeck.form;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The addresses that accept a form: of fields, of files (multipart), or from anybody.
 */
final class FormRoutes {

	private static final List<PathPatternRequestMatcher> FILES = posts("/certificates/upload",
			"/certificates/upload/check");

	private static final List<PathPatternRequestMatcher> FIELDS = posts("/certificates/refresh",
			"/certificates/{id}/refresh", "/certificates/{id}/delete", "/sign-out");

	/**
	 * The address of back-channel logout.
	 */
	private static final List<PathPatternRequestMatcher> OF_STRANGERS = posts("/logout/connect/back-channel/*");

	private FormRoutes() {
	}

	private static List<PathPatternRequestMatcher> posts(String... paths) {
		return Arrays.stream(paths)
			.map((path) -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
			.toList();
	}

	static boolean takesFiles(HttpServletRequest request) {
		return matches(FILES, request);
	}

	static boolean takesFromStrangers(HttpServletRequest request) {
		return matches(OF_STRANGERS, request);
	}

	static boolean bringsFields(HttpServletRequest request) {
		return is(MediaType.APPLICATION_FORM_URLENCODED, request)
				&& (takesFiles(request) || takesFromStrangers(request) || matches(FIELDS, request));
	}

	static boolean bringsFiles(HttpServletRequest request) {
		return is(MediaType.MULTIPART_FORM_DATA, request) && takesFiles(request);
	}

	private static boolean matches(List<PathPatternRequestMatcher> routes, HttpServletRequest request) {
		return routes.stream().anyMatch((route) -> route.matches(request));
	}

	private static boolean is(MediaType expected, HttpServletRequest request) {
		MediaType type = type(request.getContentType());
		return type != null && expected.equalsTypeAndSubtype(type);
	}

	private static @Nullable MediaType type(@Nullable String text) {
		try {
			return (text != null) ? MediaType.parseMediaType(text) : null;
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

}
