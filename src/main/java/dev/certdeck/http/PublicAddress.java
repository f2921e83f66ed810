package dev.certdeck.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certdeck's address as the client sees it, normalized from what a proxy forwards.
 *
 * @param scheme {@code http} or {@code https}, empty if unknown
 * @param host the host in lower case without a port, empty if unknown
 * @param port the port, empty if unknown
 * @param prefix the path, empty if unknown
 */
record PublicAddress(String scheme, String host, String port, String prefix) {

	private static final Pattern SCHEME = Pattern.compile("https?");

	private static final Pattern PORT = Pattern
		.compile("0{0,4}([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])");

	private static final Pattern HOST = Pattern
		.compile("([a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){0,20}|\\[[a-f\\d:.]{2,45}])\\.?(?::(" + PORT + "))?");

	private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[\\w.~-]{1,64}){1,8}/?");

	private static final Map<String, String> PORTS_OF_OTHERS = Map.of("http", "443", "https", "80");

	/**
	 * Reads the address. Invalid values count as unknown.
	 * @param said returns the value of each of {@code proto}, {@code ssl}, {@code host},
	 * {@code port} and {@code prefix}, empty if there is none
	 * @param connection the scheme of the connection to the proxy
	 * @return the address
	 */
	static PublicAddress of(UnaryOperator<String> said, String connection) {
		String scheme = lower(said.apply("proto"));
		if (!SCHEME.matcher(scheme).matches()) {
			scheme = lower(said.apply("ssl")).equals("on") ? "https" : "";
		}
		Matcher host = HOST.matcher(lower(said.apply("host")));
		boolean named = host.matches();
		String port = port(said.apply("port"), scheme.isEmpty() ? connection : scheme);
		if (port.isEmpty() && named && host.group(2) != null) {
			port = host.group(3);
		}
		String prefix = said.apply("prefix");
		return new PublicAddress(scheme, named ? host.group(1) : "", port,
				PREFIX.matcher(prefix).matches() ? prefix : "");
	}

	/**
	 * The default port of the other scheme belongs to a connection behind the proxy.
	 */
	private static String port(String said, String scheme) {
		Matcher port = PORT.matcher(said);
		return (port.matches() && !port.group(1).equals(PORTS_OF_OTHERS.get(scheme))) ? port.group(1) : "";
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the address as headers, by their names in lower case.
	 */
	Map<String, String> headers() {
		Map<String, String> headers = new HashMap<>(Map.of("x-forwarded-proto", this.scheme, "x-forwarded-host",
				this.host, "x-forwarded-port", this.port, "x-forwarded-prefix", this.prefix));
		headers.values().removeIf(String::isEmpty);
		return headers;
	}

}
