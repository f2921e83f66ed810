package dev.certdeck.tencent.v2;

import java.net.URI;
import java.util.Locale;

/**
 * Where the modules are called.
 *
 * @param template the URL with <code>{module}</code> in the place of the module's name
 */
record Endpoints(String template) {

	private static final int HTTPS_PORT = 443;

	private static final int HTTP_PORT = 80;

	Endpoints {
		if (uri(template, CloudModule.WSS).getHost() == null) {
			throw new IllegalArgumentException("The endpoint '%s' names no host".formatted(template));
		}
	}

	URI uri(CloudModule module) {
		return uri(this.template, module);
	}

	/**
	 * Returns the host that is called, as the {@code Host} header names it.
	 * @param module the module
	 * @return the host, with its port unless it is the usual one of the scheme
	 */
	String host(CloudModule module) {
		URI uri = uri(module);
		int usualPort = "https".equals(uri.getScheme().toLowerCase(Locale.ROOT)) ? HTTPS_PORT : HTTP_PORT;
		return (uri.getPort() == -1 || uri.getPort() == usualPort) ? uri.getHost()
				: uri.getHost() + ":" + uri.getPort();
	}

	private static URI uri(String template, CloudModule module) {
		return URI.create(template.replace("{module}", module.hostLabel()));
	}

}
