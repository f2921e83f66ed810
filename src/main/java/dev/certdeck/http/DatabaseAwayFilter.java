package dev.certdeck.http;

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
 * Shows a page when the database does not answer. It runs before everything that needs a
 * session, since sessions are stored in the database too and the usual error page could
 * not be shown. While the database is known to be away, the page is sent at once.
 */
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final String TEMPLATE = "error/database";

	private static final String RETRY_SECONDS = "10";

	private final ErrorPage page;

	private final DatabaseWatch watch;

	DatabaseAwayFilter(ErrorPage page, DatabaseWatch watch) {
		this.page = page;
		this.watch = watch;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return StaticFiles.isAskedFor(request);
	}

	/**
	 * Error pages ask for the session as well.
	 */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		doFilterInternal(request, response, chain);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.watch.isAway()) {
			show(request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (!isAway(ex) || response.isCommitted()) {
				throw ex;
			}
			this.logger.error("The database does not answer: " + NestedExceptionUtils.getMostSpecificCause(ex));
			this.watch.suspect();
			show(request, response);
		}
	}

	private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		this.page.write(TEMPLATE, HttpStatus.SERVICE_UNAVAILABLE, request, response);
	}

	private static boolean isAway(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof TransactionException
					|| cause instanceof DataAccessResourceFailureException
					|| cause instanceof TransientDataAccessResourceException);
	}

}
