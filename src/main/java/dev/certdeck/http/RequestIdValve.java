package dev.certdeck.http;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * Assigns an id to every request, which its log lines carry: that of a trusted proxy,
 * else a new one. It runs before the application, so that the server's log lines have the
 * id too.
 */
class RequestIdValve extends ValveBase {

	static final String HEADER = "X-Request-ID";

	static final String ATTRIBUTE = "requestId";

	/**
	 * The id's field in the log (Elastic Common Schema).
	 */
	static final String FIELD = "http.request.id";

	private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private final TrustedProxies proxies;

	RequestIdValve(TrustedProxies proxies) {
		super(true);
		this.proxies = proxies;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String id = id(request);
		request.setAttribute(ATTRIBUTE, id);
		response.setHeader(HEADER, id);
		MDC.put(FIELD, id);
		try {
			getNext().invoke(request, response);
		}
		finally {
			MDC.remove(FIELD);
			MDC.remove(UserLogging.FIELD);
		}
	}

	private String id(Request request) {
		String named = request.getHeader(HEADER);
		return (named != null && PLAUSIBLE.matcher(named).matches() && this.proxies.contains(request.getRemoteAddr()))
				? named : UUID.randomUUID().toString();
	}

}
