package dev.certdeck.certificate;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name that a certificate is valid for or that a client requests: a host name, possibly
 * internationalised, possibly with a wildcard, or an IP address.
 *
 * @param ascii the name in lower case with internationalised labels in Punycode and
 * without a final dot; a text with spaces, such as the name of an authority, is kept; one
 * that is longer than any name in the DNS is cut and ends in an ellipsis, so that it
 * matches no host
 */
public record DomainName(String ascii) implements Comparable<DomainName> {

	/**
	 * No name in the DNS is longer (RFC 1035, section 2.3.4).
	 */
	private static final int LONGEST = 255;

	/**
	 * Ends a text that was cut; no host name holds this character.
	 */
	private static final char CUT = '\u2026';

	private static final String WILDCARD = "*.";

	private static final String FINAL = ".\u3002\uff0e\uff61 \t\n\u000b\f\r";

	private static final Pattern IPV6 = Pattern.compile("[0-9a-f:][0-9a-f.]*:[0-9a-f:.]*");

	/**
	 * Creates the name from Unicode or Punycode.
	 */
	public DomainName {
		ascii = withoutFinalDots(cut(toAscii(cut(withoutFinalDots(cut(ascii.strip()))))));
	}

	/**
	 * Returns the name as people read it.
	 * @return the name with its internationalised labels in Unicode
	 */
	public String unicode() {
		if (!this.ascii.contains("xn--") || isCut()) {
			return this.ascii;
		}
		return IDN.toUnicode(this.ascii, IDN.ALLOW_UNASSIGNED);
	}

	/**
	 * Tells whether the text was longer than any name in the DNS.
	 * @return {@code true} if only its beginning is known
	 */
	public boolean isCut() {
		return this.ascii.indexOf(CUT) >= 0;
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
	 * @param host the host that a client requests
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

	/**
	 * Returns the name's key in an index of names.
	 * @return the name in ASCII, an IPv6 address in its canonical form
	 */
	public String key() {
		return (this.ascii.indexOf(':') >= 0) ? address(this.ascii).map(InetAddress::getHostAddress).orElse(this.ascii)
				: this.ascii;
	}

	/**
	 * Returns the keys of the names that may cover this host.
	 * @return its own key and that of the wildcard in place of its first label
	 */
	public Stream<String> coveringKeys() {
		int firstDot = this.ascii.indexOf('.');
		return (firstDot > 0) ? Stream.of(key(), "*" + this.ascii.substring(firstDot)) : Stream.of(key());
	}

	private boolean isAddress() {
		return this.ascii.indexOf(':') >= 0
				|| this.ascii.chars().allMatch((character) -> character == '.' || Character.isDigit(character));
	}

	private static boolean isSameAddress(String one, String other) {
		return one.indexOf(':') >= 0 && address(one).isPresent() && address(one).equals(address(other));
	}

	private static Optional<InetAddress> address(String text) {
		try {
			return IPV6.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

	private static String withoutFinalDots(String name) {
		int end = name.length();
		while (end > 0 && FINAL.indexOf(name.charAt(end - 1)) >= 0) {
			end--;
		}
		return name.substring(0, end).strip();
	}

	private static String cut(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
		return name.substring(0, end) + CUT;
	}

	private static String toAscii(String name) {
		if (name.indexOf(' ') >= 0) {
			return name;
		}
		if (name.indexOf(CUT) >= 0 || name.chars().allMatch((character) -> character < 0x80)) {
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
