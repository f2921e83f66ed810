package dev.certdeck.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches requests for a page that a person made, by typing an address or following a
 * link: no subresources, scripts, prefetches or monitoring. Browsers send most of these
 * headers only over TLS and to localhost.
 */
class PageRequest implements RequestMatcher {

	private final MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);

	PageRequest() {
		this.html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return request.getMethod().equals(HttpMethod.GET.name()) && this.html.matches(request)
				&& isOrAbsent(request, "Sec-Fetch-Mode", "navigate")
				&& isOrAbsent(request, "Sec-Fetch-Dest", "document") && !isInAdvance(request)
				&& request.getHeader("HX-Request") == null && request.getHeader("X-Requested-With") == null;
	}

	private static boolean isOrAbsent(HttpServletRequest request, String header, String expected) {
		String value = request.getHeader(header);
		return value == null || value.strip().equals(expected);
	}

	private static boolean isInAdvance(HttpServletRequest request) {
		return request.getHeader("Sec-Purpose") != null || request.getHeader("Purpose") != null
				|| request.getHeader("X-Purpose") != null || request.getHeader("X-Moz") != null;
	}

}
