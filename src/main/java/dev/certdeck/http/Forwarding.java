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
 * What the proxies say about a request, as far as it is to be believed.
 *
 * @param client the client's address, in the form in which the server gives addresses
 * @param headers the {@code X-Forwarded-*} headers but that of the address, by their
 * names in lower case, with one sound value each
 */
record Forwarding(String client, Map<String, String> headers) {

	private static final String STANDARD = "forwarded";

	private static final String PREFIX = "x-forwarded-";

	/**
	 * Reads what a trusted peer says. Values that make no sense count as absent.
	 * @param request the request of a trusted peer
	 * @param proxies whom to believe
	 * @return what the {@code X-Forwarded-*} headers say if there are any, else what
	 * {@code Forwarded} says
	 */
	static Forwarding of(HttpServletRequest request, TrustedProxies proxies) {
		Map<String, List<String>> said = Stream.of("for", "proto", "host", "port", "prefix", "ssl")
			.collect(Collectors.toMap(Function.identity(), (name) -> values(request, PREFIX + name)));
		return said.values().stream().flatMap(List::stream).allMatch(String::isEmpty) ? standard(request, proxies)
				: common(request, said, proxies);
	}

	/**
	 * Of several addresses the last one counts that is none of the proxies', of several
	 * other values the last one, for that the peer wrote itself.
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
	 * Of the proxies that are to be believed the first one wrote the element with the
	 * client's address. What it does not say the next one may.
	 */
	private static Forwarding standard(HttpServletRequest request, TrustedProxies proxies) {
		List<ForwardedElement> elements = lines(request, STANDARD).filter((element) -> !element.isBlank())
			.map(ForwardedElement::parse)
			.toList();
		Hop hop = Hop.first(request.getRemoteAddr(), elements.stream().map((element) -> element.get("for")).toList(),
				proxies);
		List<ForwardedElement> believed = elements.subList(hop.index(), elements.size());
		return forwarding(hop,
				(name) -> believed.stream()
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
	 * Tells whether proxies speak by a header.
	 * @param header the header's name
	 * @return {@code true} if it is to be hidden
	 */
	static boolean isSaidBy(String header) {
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
	 * Who spoke to the first of the proxies that are to be believed.
	 *
	 * @param client the address
	 * @param index where it stands in the list of addresses
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
