package dev.certdeck.http;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The static files of the pages, which are the same for everybody.
 */
final class StaticFiles {

	/**
	 * The patterns of their paths.
	 */
	static final List<String> PATHS = List.of("/css/**", "/js/**", "/webjars/**", "/favicon.svg");

	private static final Set<String> READS = Set.of("GET", "HEAD");

	private static final RequestMatcher MATCHER = new OrRequestMatcher(PATHS.stream()
		.map(PathPatternRequestMatcher.withDefaults()::matcher)
		.map(RequestMatcher.class::cast)
		.toList());

	private StaticFiles() {
	}

	static boolean isAskedFor(HttpServletRequest request) {
		return READS.contains(request.getMethod()) && MATCHER.matches(request);
	}

}
