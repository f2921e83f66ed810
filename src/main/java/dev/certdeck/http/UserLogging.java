package dev.certdeck.http;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Adds the person to the log lines of a request; {@link RequestIdValve} removes it at the
 * end.
 */
class UserLogging implements HandlerInterceptor {

	/**
	 * The field of the person's subject (Elastic Common Schema).
	 */
	static final String FIELD = "user.id";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Principal person = request.getUserPrincipal();
		if (person != null) {
			MDC.put(FIELD, person.getName());
		}
		return true;
	}

}
