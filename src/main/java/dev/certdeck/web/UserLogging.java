package dev.certdeck.web;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Names the person in every log line from here to the end of the request, where
 * {@link RequestIdValve} takes the name away.
 */
class UserLogging implements HandlerInterceptor {

	/**
	 * The field of the person's subject, as the Elastic Common Schema has it.
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
