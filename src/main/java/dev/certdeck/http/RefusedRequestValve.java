package dev.certdeck.http;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.res.StringManager;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Replaces the server's page for a request that it can't parse. No filter sees such a
 * request.
 */
class RefusedRequestValve extends ValveBase {

	private static final Set<HttpStatus> PAGES = Set.of(HttpStatus.BAD_REQUEST, HttpStatus.METHOD_NOT_ALLOWED,
			HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);

	/**
	 * Tomcat's message for headers that are too large; it has no exception of its own.
	 */
	private static final String TOO_LARGE = StringManager.getManager("org.apache.coyote.http11")
		.getString("iib.requestheadertoolarge.error");

	private final Supplier<ErrorPage> page;

	private final ServletContext application;

	private final TrustedProxies proxies;

	private final RefusedRequests refused = new RefusedRequests(System::nanoTime);

	RefusedRequestValve(Supplier<ErrorPage> page, ServletContext application, TrustedProxies proxies) {
		super(true);
		this.page = page;
		this.application = application;
		this.proxies = proxies;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception refusal
				&& TOO_LARGE.equals(refusal.getMessage())) {
			status = HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
		}
		if (status == null || !PAGES.contains(status)) {
			getNext().invoke(request, response);
			return;
		}
		this.refused.log(status);
		response.setSuspended(false);
		response.setHeader(HttpHeaders.CONNECTION, "close");
		this.page.get()
			.write("error/" + status.value(), status, new Placed(request, this.application, prefix(request)), response);
	}

	private String prefix(Request request) {
		String prefix = this.proxies.contains(request.getRemoteAddr())
				? Forwarding.of(request, this.proxies).headers().getOrDefault("x-forwarded-prefix", "") : "";
		return prefix.replaceAll("/$", "");
	}

	/**
	 * A request with a context path, which the server has not determined.
	 */
	private static final class Placed extends HttpServletRequestWrapper {

		private final ServletContext application;

		private final String prefix;

		Placed(Request request, ServletContext application, String prefix) {
			super(request);
			this.application = application;
			this.prefix = prefix;
		}

		@Override
		public ServletContext getServletContext() {
			return this.application;
		}

		@Override
		public String getContextPath() {
			return this.prefix;
		}

	}

}
