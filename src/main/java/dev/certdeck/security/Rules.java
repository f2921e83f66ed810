package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The access rules, for filters that run before the rules are applied.
 */
class Rules implements ObjectPostProcessor<AuthorizationFilter> {

	private @Nullable AuthorizationManager<HttpServletRequest> rules;

	@Override
	public <O extends AuthorizationFilter> O postProcess(O filter) {
		this.rules = filter.getAuthorizationManager();
		return filter;
	}

	/**
	 * Tells whether the sender of a request may make it.
	 * @param request the request
	 * @return whether the rules permit it
	 */
	boolean permit(HttpServletRequest request) {
		AuthorizationResult result = (this.rules != null)
				? this.rules.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), request) : null;
		return result != null && result.isGranted();
	}

}
