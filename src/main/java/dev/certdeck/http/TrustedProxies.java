package dev.certdeck.http;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.util.Assert;

/**
 * The addresses of the proxies whose forwarded headers are trusted.
 */
class TrustedProxies {

	private static final Pattern RANGE = Pattern.compile("[0-9a-fA-F.:]+(?:/\\d{1,3})?");

	private final List<Range> ranges;

	/**
	 * Creates the addresses.
	 * @param ranges addresses of IPv4 and IPv6 and CIDR ranges
	 * @throws InvalidSettingException if one of them is neither
	 */
	TrustedProxies(List<String> ranges) {
		this.ranges = ranges.stream().map(String::strip).map(TrustedProxies::range).toList();
	}

	private static Range range(String range) {
		InetAddress address = RANGE.matcher(range).matches() ? IpAddress.parse(range.replaceAll("/.*", "")) : null;
		try {
			Assert.notNull(address, "Not an address");
			return new Range(address.getAddress().length, InetAddressMatchers.fromIpAddress(range));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSettingException(
					"certdeck.web.trusted-proxies: '%s' is neither an address nor a range such as 10.0.0.0/8"
						.formatted(range),
					ex);
		}
	}

	boolean contains(@Nullable InetAddress address) {
		return address != null && this.ranges.stream().anyMatch((range) -> range.contains(address));
	}

	boolean contains(@Nullable String address) {
		return address != null && contains(IpAddress.parse(address));
	}

	/**
	 * A range; addresses of the other version are never in it.
	 *
	 * @param length the bytes of its addresses
	 * @param matcher tells which of them are in it
	 */
	private record Range(int length, InetAddressMatcher matcher) {

		boolean contains(InetAddress address) {
			return address.getAddress().length == this.length && this.matcher.matches(address);
		}

	}

}
