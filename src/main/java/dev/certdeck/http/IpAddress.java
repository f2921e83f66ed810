package dev.certdeck.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as proxies write them. A name is never looked up.
 */
public final class IpAddress {

	private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

	private static final String V4 = OCTET + "(?:\\." + OCTET + "){3}";

	private static final String V6 = "[0-9a-fA-F]*:[0-9a-fA-F:.]{1,44}";

	private static final String ZONE = "(?:%[\\w.~-]{1,32})?";

	private static final String PORT = "(?::\\w{1,16})?";

	private static final Pattern FORM = Pattern
		.compile("(%s)%s|(%s)%s|\\[(%s)%s]%s".formatted(V4, PORT, V6, ZONE, V6, ZONE, PORT));

	private static final int LONGEST = 128;

	private IpAddress() {
	}

	/**
	 * Reads an address.
	 * @param text an IPv4 or IPv6 address, the latter with or without brackets and zone,
	 * either with or without a port
	 * @return the address without zone and port, absent if it is something else
	 */
	public static @Nullable InetAddress parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (text.length() > LONGEST || !matcher.matches()) {
			return null;
		}
		String address = (matcher.group(1) != null) ? matcher.group(1)
				: (matcher.group(2) != null) ? matcher.group(2) : matcher.group(3);
		try {
			return InetAddress.getByName(address);
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
