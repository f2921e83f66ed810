package dev.certdeck.sandbox.cloud;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

/**
 * Matches hosts with the names of a certificate; a wildcard stands for exactly one label.
 */
final class HostMatch {

	private HostMatch() {
	}

	static boolean covers(List<String> names, String host) {
		String asked = ascii(host);
		int dot = asked.indexOf('.');
		String wildcard = (dot > 0) ? "*" + asked.substring(dot) : asked;
		return names.stream().anyMatch((name) -> name.equalsIgnoreCase(asked) || name.equalsIgnoreCase(wildcard));
	}

	/**
	 * Returns a host name in lower case and ASCII form.
	 * @param host the host name, in any spelling
	 * @return the name as in certificates, or in lower case alone if it has no such form
	 */
	static String ascii(String host) {
		String trimmed = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		try {
			return IDN.toASCII(trimmed).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return trimmed.toLowerCase(Locale.ROOT);
		}
	}

}
