package dev.certdeck.http;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The static files of the pages, which are the same for everybody.
 */
final class StaticFiles {

	/**
	 * The pattern of their paths.
	 */
	static final String PATHS = "/static/**";

	private static final Set<String> READS = Set.of("GET", "HEAD");

	private static final RequestMatcher MATCHER = PathPatternRequestMatcher.withDefaults().matcher(PATHS);

	private StaticFiles() {
	}

	static boolean isAskedFor(HttpServletRequest request) {
		return READS.contains(request.getMethod()) && MATCHER.matches(request);
	}

}
