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
 * Puts on every answer what browsers shall not do with it. It stands before all filters,
 * so that the server's own refusals carry the headers too.
 */
class AnswerHeaders extends ValveBase {

	private static final Map<String, String> FIXED = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

	private final Supplier<? extends Collection<URI>> provider;

	/**
	 * Creates the headers.
	 * @param provider the addresses of the provider to which browsers are led
	 */
	AnswerHeaders(Supplier<? extends Collection<URI>> provider) {
		super(true);
		this.provider = provider;
	}

	/**
	 * Forms may lead to the provider: browsers apply the directive to the redirects after
	 * a form too, and both sign-out and a form sent after the session's end end there.
	 * @return the policy
	 */
	private String contentSecurityPolicy() {
		String origins = this.provider.get()
			.stream()
			.filter((address) -> address.getHost() != null)
			.map(AnswerHeaders::origin)
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
