package dev.certdeck.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

import dev.certdeck.http.IpAddress;

/**
 * Tells which addresses belong to one place.
 */
final class Network {

	private static final int SUBNET_BYTES = 8;

	private Network() {
	}

	/**
	 * Returns what an address has in common with all that one subscriber can take.
	 * @param address an address
	 * @return the first 64 bits of an address of IPv6, else the address
	 */
	static String of(String address) {
		InetAddress parsed = IpAddress.parse(address);
		return (parsed instanceof Inet6Address) ? HexFormat.of().formatHex(parsed.getAddress(), 0, SUBNET_BYTES)
				: address;
	}

}
