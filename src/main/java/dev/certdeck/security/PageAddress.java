package dev.certdeck.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The part of a page's address that is saved during the sign-in: the parameters that the
 * pages know, as far as their values are short words. Anything else, which may be a
 * private key, is not saved.
 */
final class PageAddress {

	private static final String LIST = "back";

	private static final Set<String> KNOWN = Set.of(LIST, "q", "host", "type", "plan", "source", "status", "expires",
			"usage", "deletable", "sort", "size", "page", "person", "certificate", "kind", "outcome", "from", "until",
			"before", "after", "sha256");

	private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

	/**
	 * A host name is the longest value that a page takes.
	 */
	private static final int LONGEST = 100;

	private static final int MOST = 40;

	private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+=_]{25}");

	private PageAddress() {
	}

	/**
	 * Returns a path if it may be kept.
	 * @param path the path
	 * @return the path, absent if no page has such a path
	 */
	static Optional<String> path(String path) {
		return Optional.of(path).filter((text) -> text.length() <= 2 * LONGEST && !LONG_WORD.matcher(text).find());
	}

	/**
	 * Removes from a query what may not be kept.
	 * @param query the query of the address
	 * @return the rest, absent if nothing is left
	 */
	static @Nullable String query(@Nullable String query) {
		String kept = (query != null) ? Arrays.stream(query.split("&"))
			.filter(PageAddress::isKept)
			.limit(MOST)
			.collect(Collectors.joining("&")) : "";
		return kept.isEmpty() ? null : kept;
	}

	private static boolean isKept(String parameter) {
		String[] parts = parameter.split("=", 2);
		if (parts.length < 2 || !KNOWN.contains(parts[0])) {
			return false;
		}
		String value = decoded(parts[1]);
		return parts[0].equals(LIST) ? value.equals(query(value)) : parts[0].equals("sha256")
				? FINGERPRINT.matcher(value).matches() : value.length() <= LONGEST && !LONG_WORD.matcher(value).find();
	}

	private static String decoded(String text) {
		try {
			return UriUtils.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
