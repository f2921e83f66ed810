package dev.certdeck.form;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Opens small forms of senders with the required role. It runs before the CSRF check,
 * since the token is part of such a form.
 */
final class FieldGate extends OncePerRequestFilter {

	/**
	 * Maximum size in bytes of a form without files; a certificate chain with its key,
	 * encoded, has some 20,000.
	 */
	private static final long LONGEST = 64 * 1024;

	/**
	 * The ratio of forms of signed-in users to those of strangers (the provider's logout
	 * requests) that may be read at a time.
	 */
	private static final int SHARE = 6;

	private final Predicate<HttpServletRequest> permitted;

	private final Semaphore ofPeople;

	private final Semaphore ofStrangers;

	/**
	 * Creates the gate.
	 * @param permitted tells whether the sender may use the address
	 * @param reading maximum number of forms that are read at a time
	 */
	FieldGate(Predicate<HttpServletRequest> permitted, int reading) {
		this.permitted = permitted;
		this.ofPeople = new Semaphore(reading);
		this.ofStrangers = new Semaphore(Math.max(1, reading / SHARE));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ClosedRequest form = WebUtils.getNativeRequest(request, ClosedRequest.class);
		if (form == null || !FormRoutes.bringsFields(request) || !this.permitted.test(request)) {
			chain.doFilter(request, response);
		}
		else if (!Refusals.byLength(request, response, LONGEST)) {
			read(form, request, response, chain);
		}
	}

	private void read(ClosedRequest form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Semaphore places = FormRoutes.takesFromStrangers(request) ? this.ofStrangers : this.ofPeople;
		if (!places.tryAcquire()) {
			Refusals.busy(response);
			return;
		}
		try {
			form.open();
			form.getParameterMap();
		}
		finally {
			places.release();
		}
		chain.doFilter(request, response);
	}

}
