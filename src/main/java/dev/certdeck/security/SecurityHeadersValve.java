package dev.certdeck.security;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Adds the security headers to every response. A valve runs before all filters, so
 * responses that Tomcat itself makes have them too.
 */
class SecurityHeadersValve extends ValveBase {

	private static final Map<String, String> FIXED = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

	private final Supplier<? extends Collection<URI>> provider;

	SecurityHeadersValve(Supplier<? extends Collection<URI>> provider) {
		super(true);
		this.provider = provider;
	}

	private String contentSecurityPolicy() {
		// Browsers apply form-action to redirects: those of the sign-out, and of any form
		// sent after the session has ended, lead to the provider.
		String origins = this.provider.get()
			.stream()
			.filter((address) -> address.getHost() != null)
			.map(SecurityHeadersValve::origin)
			.distinct()
			.map(" "::concat)
			.collect(Collectors.joining());
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
				+ "form-action 'self'" + origins + "; frame-ancestors 'none'; base-uri 'none'";
	}

	private static String origin(URI address) {
		String port = (address.getPort() >= 0) ? ":" + address.getPort() : "";
		return address.getScheme() + "://" + address.getHost() + port;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		response.setHeader("Content-Security-Policy", contentSecurityPolicy());
		FIXED.forEach(response::setHeader);
		getNext().invoke(request, response);
	}

}
