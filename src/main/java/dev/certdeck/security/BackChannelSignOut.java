package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Ends sessions on the provider's back-channel logout request, whichever replica receives
 * it.
 */
@Controller
class BackChannelSignOut {

	static final String PATH = "/logout/connect/back-channel/" + Provider.REGISTRATION;

	private static final Log logger = LogFactory.getLog(BackChannelSignOut.class);

	private final TokenDecoders decoders;

	private final ProviderSessions providerSessions;

	private final SessionRepository<?> sessions;

	private final SecurityAuditPublisher events;

	BackChannelSignOut(TokenDecoders decoders, ProviderSessions providerSessions, SessionRepository<?> sessions,
			SecurityAuditPublisher events) {
		this.decoders = decoders;
		this.providerSessions = providerSessions;
		this.sessions = sessions;
		this.events = events;
	}

	@PostMapping(PATH)
	ResponseEntity<Void> signOut(@RequestParam("logout_token") String token, HttpServletRequest request) {
		try {
			Jwt valid = this.decoders.logoutTokens().decode(token);
			this.providerSessions.endedBy(valid).forEach((session) -> end(session, request));
			return ResponseEntity.ok().build();
		}
		catch (ProviderException | JwtException ex) {
			logger.warn("Sign-out by the provider refused: " + FailureReason.of(ex));
			return ResponseEntity.status(
					ProviderException.behind(ex).isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST)
				.build();
		}
	}

	private void end(String id, HttpServletRequest request) {
		Session session = this.sessions.findById(id);
		if (session == null) {
			return;
		}
		this.sessions.deleteById(id);
		if (session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context) {
			this.events.signedOut(context.getAuthentication(), "identity provider", request);
		}
	}

}
