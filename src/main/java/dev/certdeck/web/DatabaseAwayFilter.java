package dev.certdeck.web;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows a page when the database does not answer. It stands before everything that needs
 * a session, since sessions are in the database too and not even the usual error page
 * could be shown.
 */
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final String TEMPLATE = "error/database";

	private static final String RETRY_SECONDS = "10";

	private final ErrorPage page;

	DatabaseAwayFilter(ErrorPage page) {
		this.page = page;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (!isAway(ex) || response.isCommitted()) {
				throw ex;
			}
			this.logger.error("The database does not answer: " + NestedExceptionUtils.getMostSpecificCause(ex));
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
			this.page.write(TEMPLATE, HttpStatus.SERVICE_UNAVAILABLE, request, response);
		}
	}

	private static boolean isAway(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof TransactionException
					|| cause instanceof DataAccessResourceFailureException
					|| cause instanceof TransientDataAccessResourceException);
	}

}
