package dev.certdeck.form;

import java.io.IOException;

import dev.certdeck.web.Bulkhead;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Admits a bounded number of forms with certificates at a time, from before they are read
 * until they are answered. It runs after everything that may refuse them.
 */
final class FileGate extends OncePerRequestFilter {

	private final long maxLength;

	private final Bulkhead admitted;

	/**
	 * Creates the gate.
	 * @param maxLength maximum size of a form, in bytes
	 * @param admitted limits the forms that are admitted at a time
	 */
	FileGate(long maxLength, Bulkhead admitted) {
		this.maxLength = maxLength;
		this.admitted = admitted;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ClosedRequest form = WebUtils.getNativeRequest(request, ClosedRequest.class);
		if (form == null || !FormRoutes.bringsFiles(request) && !isUploadOfFields(request)) {
			chain.doFilter(request, response);
		}
		else if (!Refusals.byLength(request, response, this.maxLength)) {
			inTurn(form, request, response, chain);
		}
	}

	private static boolean isUploadOfFields(HttpServletRequest request) {
		return FormRoutes.takesFiles(request) && FormRoutes.bringsFields(request);
	}

	private void inTurn(ClosedRequest form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.admitted.tryAcquire()) {
			Refusals.busy(response);
			return;
		}
		try {
			form.open();
			chain.doFilter(request, response);
		}
		finally {
			this.admitted.release();
		}
	}

}
