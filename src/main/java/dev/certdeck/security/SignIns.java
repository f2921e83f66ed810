package dev.certdeck.security;

import java.time.Clock;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Records every sign-in before it takes effect; a sign-in that can't be recorded fails.
 */
class SignIns implements SessionAuthenticationStrategy {

	/**
	 * The attribute of a session that says when its sign-in was, in milliseconds.
	 */
	static final String TIME = SignIns.class.getName() + ".time";

	private static final Log logger = LogFactory.getLog(SignIns.class);

	private final ProviderSessions sessions;

	private final SecurityAuditPublisher events;

	private final GroupsOverage overage;

	private final Clock clock;

	SignIns(ProviderSessions sessions, SecurityAuditPublisher events, GroupsOverage overage, Clock clock) {
		this.sessions = sessions;
		this.events = events;
		this.overage = overage;
		this.clock = clock;
	}

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			OidcUser person = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
			this.sessions.register(String.valueOf(request.getRequestedSessionId()), person.getIdToken());
			this.events.signedIn(authentication, request);
			request.getSession().setAttribute(TIME, this.clock.millis());
			User user = User.of(authentication);
			if (user != null && !user.hasRole() && this.overage.isIn(person.getClaims())) {
				logger.warn("No role: the identity provider left the groups out because there are too many; let it "
						+ "send fewer (in Entra ID those assigned to the application), or application roles");
			}
		}
		catch (RuntimeException ex) {
			throw new UnrecordedException(ex);
		}
	}

}
