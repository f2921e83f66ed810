package dev.certdeck.http;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the session from requests for static files, so that none is looked up and they
 * are served while the database is away. It runs directly after the session filter.
 */
class StaticFileFilter extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !StaticFiles.isAskedFor(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SessionlessRequest sessionless = new SessionlessRequest(request);
		try {
			chain.doFilter(sessionless, response);
		}
		finally {
			sessionless.over = true;
		}
	}

	/**
	 * A request without a session until it has been handled; the error page of a file
	 * that does not exist may need one.
	 */
	private static final class SessionlessRequest extends HttpServletRequestWrapper {

		private boolean over;

		SessionlessRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public HttpSession getSession() {
			return Objects.requireNonNull(getSession(true));
		}

		@Override
		public @Nullable HttpSession getSession(boolean create) {
			if (this.over) {
				return super.getSession(create);
			}
			if (create) {
				throw new IllegalStateException("A file of the layout needs no session");
			}
			return null;
		}

		@Override
		public @Nullable String getRequestedSessionId() {
			return this.over ? super.getRequestedSessionId() : null;
		}

		@Override
		public boolean isRequestedSessionIdValid() {
			return this.over && super.isRequestedSessionIdValid();
		}

	}

}
