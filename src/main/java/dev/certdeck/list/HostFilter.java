package dev.certdeck.list;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * The host that a certificate must cover, parsed from what people paste: a host name, an
 * address, a wildcard or a whole URL.
 *
 * @param text the host in Unicode, or what was entered if that is no host
 * @param name the name that must be covered, absent if what was entered is no host name
 */
record HostFilter(String text, @Nullable DomainName name) {

	/**
	 * More than any host with user and port; the JDK's conversion of international names
	 * throws an exception for long texts.
	 */
	private static final int LONGEST_AUTHORITY = 500;

	private static final Pattern SCHEMES = Pattern.compile("^(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)+");

	private static final Pattern HEX_AND_COLONS = Pattern.compile("[0-9A-Fa-f:.]*");

	private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d+\\.\\d+\\.\\d+\\.\\d+");

	private static final Pattern HOST_NAME = Pattern
		.compile("(?=.{1,253}$)(?:\\*\\.)?%1$s(?:\\.%1$s)*".formatted("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"));

	private static final Pattern BEHIND_HOST = Pattern.compile("[/?#\\\\].*", Pattern.DOTALL);

	/**
	 * Parses what was entered, as a browser parses its address bar.
	 * @param entered any text
	 * @return the host, empty if there are only blanks
	 */
	static Optional<HostFilter> parse(String entered) {
		String text = withoutBlankEnds(entered);
		return text.isEmpty() ? Optional.empty()
				: Optional.of(name(text).map((name) -> new HostFilter(name.unicode(), name))
					.orElseGet(() -> new HostFilter(withoutUser(text), null)));
	}

	/**
	 * Removes what may be a password.
	 * @param text what was entered, which is no host name
	 * @return a text that is no host name either
	 */
	private static String withoutUser(String text) {
		if (text.indexOf('@') < 0) {
			return text;
		}
		String authority = BEHIND_HOST.matcher(SCHEMES.matcher(text).replaceFirst("")).replaceFirst("");
		String host = withoutBlankEnds(authority.substring(authority.lastIndexOf('@') + 1));
		return (host.isEmpty() || name(host).isPresent()) ? "@" : host;
	}

	private static String withoutBlankEnds(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isBlank(text.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isBlank(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.FORMAT;
	}

	private static boolean isBareIpv6(String text) {
		return text.indexOf(':') != text.lastIndexOf(':') && HEX_AND_COLONS.matcher(text).matches();
	}

	private static Optional<DomainName> name(String text) {
		String rest = SCHEMES.matcher(text).replaceFirst("");
		String authority = isBareIpv6(rest) ? "[" + rest + "]" : rest;
		if (authority.startsWith("/") || authority.startsWith("\\")
				|| BEHIND_HOST.matcher(authority).replaceFirst("").length() > LONGEST_AUTHORITY) {
			return Optional.empty();
		}
		try {
			String host = UriComponentsBuilder.fromUriString("https://" + authority, ParserType.WHAT_WG)
				.build()
				.getHost();
			return Optional.ofNullable(host).flatMap((found) -> name(found, text));
		}
		catch (InvalidUrlException ex) {
			return Optional.empty();
		}
	}

	private static Optional<DomainName> name(String host, String text) {
		if (ADDRESS.matcher(host).matches()) {
			boolean asEntered = host.startsWith("[") || text.contains(host);
			return asEntered ? Optional.of(new DomainName(host.replaceAll("[\\[\\]]", ""))) : Optional.empty();
		}
		DomainName name = new DomainName(host);
		return HOST_NAME.matcher(name.ascii()).matches() ? Optional.of(name) : Optional.empty();
	}

	/**
	 * Tells whether what was entered is a host name.
	 * @return {@code false} if no certificate can cover it
	 */
	public boolean isHostName() {
		return this.name != null;
	}

	/**
	 * Tells whether a certificate covers the host. A wildcard is covered only by itself.
	 * @param certificate the certificate
	 * @return {@code true} if it does
	 */
	boolean test(Certificate certificate) {
		return this.name != null && (certificate.names().contains(this.name) || certificate.covers(this.name));
	}

	/**
	 * Returns the host as it is written in a URL.
	 * @return a text that {@link #parse} parses to the same host
	 */
	@Override
	public String toString() {
		return (this.name != null) ? this.name.ascii() : this.text;
	}

}
