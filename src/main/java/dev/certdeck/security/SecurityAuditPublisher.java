package dev.certdeck.security;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;

/**
 * Publishes sign-ins, sign-outs and refusals as audit events.
 */
class SecurityAuditPublisher {

	private static final Log logger = LogFactory.getLog(SecurityAuditPublisher.class);

	private static final User NOBODY = new User("anonymous", "anonymous", "", false);

	private final ApplicationEventPublisher publisher;

	SecurityAuditPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	/**
	 * Publishes a sign-in, with a role or without.
	 * @param authentication the person
	 * @param request the request
	 * @throws RuntimeException if it can't be recorded
	 */
	void signedIn(Authentication authentication, HttpServletRequest request) {
		User user = person(authentication);
		publish(user.hasRole() ? "SIGN_IN" : "NO_ROLE", user, user.role(), request);
	}

	/**
	 * Publishes a failed sign-in.
	 * @param reason why, without any text from a token
	 * @param request the request
	 */
	void signInFailed(String reason, HttpServletRequest request) {
		publishIfPossible("SIGN_IN_FAILED", NOBODY, reason, request);
	}

	void signedOut(@Nullable Authentication authentication, String reason, HttpServletRequest request) {
		if (User.of(authentication) != null) {
			publishIfPossible("SIGN_OUT", person(authentication), reason, request);
		}
	}

	void denied(@Nullable Authentication authentication, HttpServletRequest request) {
		publishIfPossible("ACCESS_DENIED", person(authentication), request.getMethod() + " " + request.getRequestURI(),
				request);
	}

	private void publishIfPossible(String type, User user, String detail, HttpServletRequest request) {
		try {
			publish(type, user, detail, request);
		}
		catch (RuntimeException ex) {
			logger.error("%s could not be recorded (%s)".formatted(type, ex.getClass().getSimpleName()));
		}
	}

	private void publish(String type, User user, String detail, HttpServletRequest request) {
		Map<String, Object> data = new HashMap<>(
				Map.of("person", user.name(), "address", request.getRemoteAddr(), "detail", detail));
		if (user == NOBODY) {
			data.put("unknown", true);
		}
		this.publisher.publishEvent(new AuditApplicationEvent(user.subject(), type, data));
	}

	private static User person(@Nullable Authentication authentication) {
		User user = User.of(authentication);
		return (user != null) ? user : NOBODY;
	}

}
