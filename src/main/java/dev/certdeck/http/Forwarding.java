package dev.certdeck.http;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What trusted proxies forward about a request.
 *
 * @param client the client's address, in the form in which the server gives addresses
 * @param headers the other {@code X-Forwarded-*} headers by their names in lower case,
 * with one valid value each
 */
record Forwarding(String client, Map<String, String> headers) {

	private static final String STANDARD = "forwarded";

	private static final String PREFIX = "x-forwarded-";

	/**
	 * Reads the request of a trusted peer: its {@code X-Forwarded-*} headers if there are
	 * any, else {@code Forwarded}. Invalid values count as absent.
	 */
	static Forwarding of(HttpServletRequest request, TrustedProxies proxies) {
		Map<String, List<String>> said = Stream.of("for", "proto", "host", "port", "prefix", "ssl")
			.collect(Collectors.toMap(Function.identity(), (name) -> values(request, PREFIX + name)));
		return said.values().stream().flatMap(List::stream).allMatch(String::isEmpty) ? standard(request, proxies)
				: common(request, said, proxies);
	}

	/**
	 * The client is the last address that is not a trusted proxy's. Of the other values
	 * the last one counts, since the peer wrote it.
	 */
	private static Forwarding common(HttpServletRequest request, Map<String, List<String>> said,
			TrustedProxies proxies) {
		Hop hop = Hop.first(request.getRemoteAddr(), said.getOrDefault("for", List.of()), proxies);
		return forwarding(hop,
				(name) -> said.getOrDefault(name, List.of())
					.stream()
					.filter((value) -> !value.isEmpty())
					.reduce("", (before, after) -> after),
				request);
	}

	/**
	 * The first trusted proxy wrote the element with the client's address. What that
	 * element lacks is taken from the next ones.
	 */
	private static Forwarding standard(HttpServletRequest request, TrustedProxies proxies) {
		List<ForwardedElement> elements = lines(request, STANDARD).filter((element) -> !element.isBlank())
			.map(ForwardedElement::parse)
			.toList();
		Hop hop = Hop.first(request.getRemoteAddr(), elements.stream().map((element) -> element.get("for")).toList(),
				proxies);
		List<ForwardedElement> trusted = elements.subList(hop.index(), elements.size());
		return forwarding(hop,
				(name) -> trusted.stream()
					.map((element) -> element.get(name))
					.filter((value) -> !value.isEmpty())
					.findFirst()
					.orElse(""),
				request);
	}

	private static Forwarding forwarding(Hop hop, UnaryOperator<String> said, HttpServletRequest request) {
		return new Forwarding(hop.client(), PublicAddress.of(said, request.getScheme()).headers());
	}

	/**
	 * Tells whether a header is written by proxies, so that it must be hidden.
	 */
	static boolean isHeader(String header) {
		String name = header.toLowerCase(Locale.ROOT);
		return name.equals(STANDARD) || name.startsWith(PREFIX);
	}

	private static List<String> values(HttpServletRequest request, String header) {
		return lines(request, header).map(HeaderSyntax::value).toList();
	}

	private static Stream<String> lines(HttpServletRequest request, String header) {
		return Collections.list(request.getHeaders(header))
			.stream()
			.flatMap((line) -> HeaderSyntax.split(line, ',').stream());
	}

	/**
	 * The hop from the client to the first trusted proxy.
	 *
	 * @param client the client's address
	 * @param index its index in the list of addresses
	 */
	private record Hop(String client, int index) {

		static Hop first(String peer, List<String> addresses, TrustedProxies proxies) {
			String client = peer;
			int index = addresses.size();
			boolean proxy = true;
			while (proxy && index > 0) {
				index--;
				InetAddress address = IpAddress.parse(addresses.get(index));
				proxy = proxies.contains(address);
				client = (address != null) ? address.getHostAddress() : client;
			}
			return new Hop(client, index);
		}

	}

}
