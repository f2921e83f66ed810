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

/**
 * Shows the page about a refusal and has it recorded. That somebody without a role can
 * open no page was recorded at the sign-in.
 */
class RefusalHandler extends AccessDeniedHandlerImpl {

	private final AccessEvents events;

	RefusalHandler(AccessEvents events) {
		this.events = events;
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
		super.handle(request, response, refusal);
	}

}
