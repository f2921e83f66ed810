package dev.certdeck.security;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Puts on every answer what browsers shall not do with it. It stands before all filters,
 * so that the server's own refusals carry the headers too.
 */
class AnswerHeaders extends ValveBase {

	private final Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * Creates the headers.
	 * @param issuer the provider's issuer
	 */
	AnswerHeaders(@Nullable URI issuer) {
		super(true);
		this.headers.put("Content-Security-Policy", contentSecurityPolicy(issuer));
		this.headers.put("X-Content-Type-Options", "nosniff");
		this.headers.put("X-Frame-Options", "DENY");
		this.headers.put("Referrer-Policy", "same-origin");
		this.headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
		this.headers.put("Cross-Origin-Opener-Policy", "same-origin");
		this.headers.put("Cross-Origin-Resource-Policy", "same-origin");
	}

	/**
	 * Forms may lead to the provider: browsers apply the directive to the redirects after
	 * a form too, and both sign-out and a form sent after the session's end end there.
	 * @param issuer the provider's issuer
	 * @return the policy
	 */
	private static String contentSecurityPolicy(@Nullable URI issuer) {
		String provider = (issuer != null) ? " " + issuer.getScheme() + "://" + issuer.getRawAuthority() : "";
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
				+ "form-action 'self'" + provider + "; frame-ancestors 'none'; base-uri 'none'";
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		this.headers.forEach(response::setHeader);
		getNext().invoke(request, response);
	}

}
