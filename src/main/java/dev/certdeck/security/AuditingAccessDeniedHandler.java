package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Shows the page about a refused request and records it. A person without a role was
 * recorded at the sign-in. A form that the role does not permit is not read, so its token
 * is missing: the page then names the role as the reason.
 */
class AuditingAccessDeniedHandler extends AccessDeniedHandlerImpl {

	private final SecurityAuditPublisher events;

	private final Rules rules;

	AuditingAccessDeniedHandler(SecurityAuditPublisher events, Rules rules) {
		this.events = events;
		this.rules = rules;
		setErrorPage("/denied");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException, ServletException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		User user = User.of(authentication);
		if (user == null || user.hasRole() || !request.getMethod().equals(HttpMethod.GET.name())) {
			this.events.denied(authentication, request);
		}
		boolean neverAllowed = user != null && refusal instanceof CsrfException && !this.rules.permit(request);
		super.handle(request, response, neverAllowed ? new AccessDeniedException("The role", refusal) : refusal);
	}

}
