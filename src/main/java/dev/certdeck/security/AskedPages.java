package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;

/**
 * Saves in the session the page that a visitor requested before the sign-in: its address
 * alone, as far as {@link PageAddress} keeps it. Headers and cookies are not saved.
 */
class AskedPages implements RequestCache {

	private static final String PAGE = AskedPages.class.getName() + ".page";

	private final PageRequest pages = new PageRequest();

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		if (this.pages.matches(request)) {
			PageAddress.path(request.getRequestURI())
				.ifPresent((path) -> request.getSession()
					.setAttribute(PAGE, UrlUtils.buildFullRequestUrl(request.getScheme(), request.getServerName(),
							request.getServerPort(), path, PageAddress.query(request.getQueryString()))));
		}
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(PAGE) instanceof String page) ? new SimpleSavedRequest(page)
				: null;
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(PAGE);
		}
	}

}
