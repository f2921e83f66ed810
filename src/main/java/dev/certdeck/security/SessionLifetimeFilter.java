package dev.certdeck.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a fixed time after its sign-in, whether it is in use or not.
 */
class SessionLifetimeFilter extends OncePerRequestFilter {

	private final Duration limit;

	private final SecurityAuditPublisher events;

	private final Clock clock;

	SessionLifetimeFilter(Duration limit, SecurityAuditPublisher events, Clock clock) {
		this.limit = limit;
		this.events = events;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(SignIns.TIME) instanceof Long since
				&& this.clock.millis() - since >= this.limit.toMillis()) {
			end(session, request);
		}
		chain.doFilter(request, response);
	}

	private void end(HttpSession session, HttpServletRequest request) {
		if (session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context) {
			this.events.signedOut(context.getAuthentication(), "absolute limit", request);
		}
		session.invalidate();
	}

}
