package dev.certdeck.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the proxies say about a request, as far as it is to be believed.
 *
 * @param client the client's address, in the form in which the server gives addresses
 * @param headers the {@code X-Forwarded-*} headers but that of the address, by their
 * names in lower case, with one sound value each
 */
record Forwarding(String client, Map<String, String> headers) {

	private static final String STANDARD = "forwarded";

	private static final String PREFIX = "x-forwarded-";

	private static final Set<String> NAMES = Set.of("for", "proto", "host", "port", "prefix", "ssl");

	private static final String PORT = "(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

	private static final String HOST = "(?:[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){0,20}|\\[[a-f\\d:.]{2,45}])";

	private static final Map<String, Pattern> SOUND = Map.of("proto", sound("https?"), "ssl", sound("on"), "host",
			sound(HOST + "(?::" + PORT + ")?"), "port", sound(PORT), "prefix",
			sound("(?:/(?!\\.{1,2}(?:/|$))[\\w.~-]{1,64}){1,8}/?"));

	/**
	 * Reads what a trusted peer says. Of several addresses the last one counts that is
	 * none of the proxies', of several other values the last one, for that the peer wrote
	 * itself. Values that make no sense count as absent.
	 * @param request the request of a trusted peer
	 * @param proxies whom to believe
	 * @return what the {@code X-Forwarded-*} headers say if there are any, else what
	 * {@code Forwarded} says
	 */
	static Forwarding of(HttpServletRequest request, TrustedProxies proxies) {
		Map<String, List<String>> said = byName((name) -> values(request, PREFIX + name));
		if (said.values().stream().allMatch(List::isEmpty)) {
			List<ForwardedElement> elements = values(request, STANDARD).stream().map(ForwardedElement::parse).toList();
			said = byName((name) -> elements.stream().map((element) -> element.get(name)).toList());
		}
		Map<String, String> headers = new HashMap<>();
		said.forEach((name, values) -> {
			String last = values.isEmpty() ? "" : values.get(values.size() - 1);
			if (SOUND.containsKey(name) && SOUND.get(name).matcher(last).matches()) {
				headers.put(PREFIX + name, last);
			}
		});
		return new Forwarding(client(request.getRemoteAddr(), said.getOrDefault("for", List.of()), proxies), headers);
	}

	/**
	 * Tells whether proxies speak by a header.
	 * @param header the header's name
	 * @return {@code true} if it is to be hidden
	 */
	static boolean isSaidBy(String header) {
		String name = header.toLowerCase(Locale.ROOT);
		return name.equals(STANDARD) || name.startsWith(PREFIX);
	}

	private static Pattern sound(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}

	private static String client(String peer, List<String> addresses, TrustedProxies proxies) {
		String client = peer;
		for (int index = addresses.size() - 1; index >= 0; index--) {
			InetAddress address = IpAddress.parse(addresses.get(index));
			if (address == null) {
				return client;
			}
			client = address.getHostAddress();
			if (!proxies.contains(address)) {
				return client;
			}
		}
		return client;
	}

	private static Map<String, List<String>> byName(Function<String, List<String>> values) {
		return NAMES.stream().collect(Collectors.toMap(Function.identity(), values));
	}

	/**
	 * Returns the values of a header. A comma parts them even in quotes, for none that is
	 * used has one, and an open quote must not swallow what the next proxy wrote.
	 */
	private static List<String> values(HttpServletRequest request, String header) {
		return Collections.list(request.getHeaders(header))
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",", -1)))
			.map(String::strip)
			.toList();
	}

}
