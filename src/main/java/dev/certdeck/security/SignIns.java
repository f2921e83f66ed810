package dev.certdeck.security;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Records every sign-in before it counts: a sign-in that can't be recorded is none.
 */
class SignIns implements SessionAuthenticationStrategy {

	/**
	 * The attribute of a session that says when its sign-in was, in milliseconds.
	 */
	static final String TIME = SignIns.class.getName() + ".time";

	private final ProviderSessions sessions;

	private final AccessEvents events;

	private final Clock clock;

	SignIns(ProviderSessions sessions, AccessEvents events, Clock clock) {
		this.sessions = sessions;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			OidcUser person = (OidcUser) authentication.getPrincipal();
			this.sessions.register(String.valueOf(request.getRequestedSessionId()), person.getIdToken());
			this.events.signedIn(authentication, request);
			request.getSession().setAttribute(TIME, this.clock.millis());
		}
		catch (RuntimeException ex) {
			throw new UnrecordedException(ex);
		}
	}

}
