package dev.certdeck.security;

import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Finds the CSRF token of a form: in the address for forms with files, else in a header
 * or in the form. A form that comes from another site, by the browser's
 * {@code Sec-Fetch-Site}, has none.
 */
class FormTokenHandler implements CsrfTokenRequestHandler {

	/**
	 * The parameter of the address that holds the token.
	 */
	static final String PARAMETER = "_form";

	/**
	 * The attribute of a request by which pages make tokens.
	 */
	static final String ATTRIBUTE = "formTokens";

	private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

	private final SecureRandom random = new SecureRandom();

	private final Predicate<HttpServletRequest> takesFiles;

	FormTokenHandler(Predicate<HttpServletRequest> takesFiles) {
		this.takesFiles = takesFiles;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
		this.masked.handle(request, response, token);
		request.setAttribute(ATTRIBUTE, new FormTokens(token, this.random));
	}

	@Override
	public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
		if (isFromElsewhere(request.getHeader("Sec-Fetch-Site"))) {
			return null;
		}
		String given = parameter(request.getQueryString());
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return (given != null && this.takesFiles.test(request) && FormTokens.isFor(given, path, token))
				? token.getToken() : this.masked.resolveCsrfTokenValue(request, token);
	}

	private static boolean isFromElsewhere(@Nullable String site) {
		return site != null && (site.equals("cross-site") || site.equals("same-site"));
	}

	private static @Nullable String parameter(@Nullable String query) {
		if (query == null) {
			return null;
		}
		UriComponents address = UriComponentsBuilder.newInstance().query(query).build();
		return address.getQueryParams().getFirst(PARAMETER);
	}

}
