package dev.certdeck.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form with a broken encoding, before Tomcat logs the values of its fields,
 * which may be a private key, with its exception. If the body is incomplete, Tomcat has
 * chosen the status already.
 */
class UnreadableParametersFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			this.logger.warn("A form could not be read: HTTP " + ex.getErrorCode());
			if (!response.isCommitted()) {
				response.sendError(ex.getErrorCode());
			}
		}
	}

}
