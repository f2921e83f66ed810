package dev.certdeck.certificate;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that a certificate is for or that a client asks for: a host name, possibly
 * internationalised, possibly with a wildcard, or an IP address.
 *
 * @param ascii the name in lower case with internationalised labels in Punycode and
 * without a final dot; what holds spaces, such as the name of an authority, stays as it
 * is
 */
public record DomainName(String ascii) implements Comparable<DomainName> {

	/**
	 * No name in the DNS is longer (RFC 1035, section 2.3.4); longer texts are taken as
	 * they are.
	 */
	private static final int LONGEST = 255;

	private static final String WILDCARD = "*.";

	private static final Pattern FINAL_DOTS = Pattern.compile("[.\\u3002\\uff0e\\uff61\\s]+$");

	private static final Pattern IPV6 = Pattern.compile("[0-9a-f:][0-9a-f.]*:[0-9a-f:.]*");

	/**
	 * Creates the name from either spelling of it.
	 */
	public DomainName {
		ascii = withoutFinalDots(toAscii(withoutFinalDots(ascii)));
	}

	/**
	 * Returns the name as people read it.
	 * @return the name with its internationalised labels in Unicode
	 */
	public String unicode() {
		if (!this.ascii.contains("xn--") || this.ascii.length() > LONGEST) {
			return this.ascii;
		}
		return IDN.toUnicode(this.ascii, IDN.ALLOW_UNASSIGNED);
	}

	/**
	 * Tells whether the name begins with the wildcard label.
	 * @return {@code true} for names such as {@code *.example.com}
	 */
	public boolean isWildcard() {
		return this.ascii.startsWith(WILDCARD);
	}

	/**
	 * Tells whether a certificate for this name serves a host, by the rules of RFC 6125,
	 * section 6.4: a wildcard is the whole left-most label and stands for exactly one
	 * label; addresses are compared as numbers.
	 * @param host the host that a client asks for
	 * @return {@code true} if the names match
	 */
	public boolean covers(DomainName host) {
		if (!isWildcard()) {
			return this.ascii.equals(host.ascii) || isSameAddress(this.ascii, host.ascii);
		}
		int firstDot = host.ascii.indexOf('.');
		return firstDot > 0 && host.ascii.length() - firstDot == this.ascii.length() - 1
				&& host.ascii.endsWith(this.ascii.substring(1)) && !host.isWildcard() && !host.isAddress();
	}

	private boolean isAddress() {
		return this.ascii.indexOf(':') >= 0
				|| this.ascii.chars().allMatch((character) -> character == '.' || Character.isDigit(character));
	}

	private static boolean isSameAddress(String one, String other) {
		try {
			return one.indexOf(':') >= 0 && IPV6.matcher(one).matches() && IPV6.matcher(other).matches()
					&& InetAddress.getByName(one).equals(InetAddress.getByName(other));
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	private static String withoutFinalDots(String name) {
		return FINAL_DOTS.matcher(name.strip()).replaceFirst("");
	}

	private static String toAscii(String name) {
		if (name.indexOf(' ') >= 0) {
			return name;
		}
		if (name.length() > LONGEST || name.chars().allMatch((character) -> character < 0x80)) {
			return name.toLowerCase(Locale.ROOT);
		}
		try {
			return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return name.toLowerCase(Locale.ROOT);
		}
	}

	@Override
	public int compareTo(DomainName other) {
		return this.ascii.compareTo(other.ascii);
	}

	@Override
	public String toString() {
		return this.ascii;
	}

}
