package dev.certdeck.tencent;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The URLs of the cloud's services.
 *
 * @param template the URL with <code>{module}</code> for the name of the service
 * @param own the URLs of single services, by name
 * @param path the path of calls to URLs without one
 */
public record Endpoints(String template, Map<String, String> own, String path) {

	private static final String SERVICE = "{module}";

	private static final String ROOT = "/";

	private static final int HTTPS_PORT = 443;

	private static final int HTTP_PORT = 80;

	/**
	 * Creates the endpoints.
	 * @throws IllegalArgumentException if a URL names no host, or a path where every call
	 * goes to the root
	 */
	public Endpoints {
		own = Map.copyOf(own);
		for (String url : Stream.concat(Stream.of(template), own.values().stream()).toList()) {
			check(url, URI.create(url.replace(SERVICE, "ssl")), path);
		}
	}

	/**
	 * Returns the URL of a service.
	 * @param service the service's name
	 * @return the URL
	 */
	public URI uri(String service) {
		URI uri = URI.create(this.own.getOrDefault(service, this.template).replace(SERVICE, service));
		boolean hasPath = uri.getPath().length() > 1;
		return hasPath ? uri : uri.resolve(this.path);
	}

	/**
	 * Returns the host that is called, as the {@code Host} header names it.
	 * @param service the service's name
	 * @return the host, with its port unless it is the usual one of the scheme
	 */
	public String host(String service) {
		URI uri = uri(service);
		int usualPort = "https".equals(uri.getScheme().toLowerCase(Locale.ROOT)) ? HTTPS_PORT : HTTP_PORT;
		return (uri.getPort() == -1 || uri.getPort() == usualPort) ? uri.getHost()
				: uri.getHost() + ":" + uri.getPort();
	}

	private static void check(String url, URI uri, String path) {
		if (uri.getHost() == null) {
			throw new IllegalArgumentException("The endpoint '%s' names no host".formatted(url));
		}
		if (path.equals(ROOT) && uri.getPath().length() > 1) {
			throw new IllegalArgumentException(
					"The endpoint '%s' has a path, but API 3.0 is called at the root of its host".formatted(url));
		}
	}

}
