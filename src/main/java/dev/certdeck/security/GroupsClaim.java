package dev.certdeck.security;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider lists a person's groups. A claim of exactly this name wins, since
 * names that are URLs hold dots; otherwise each dot leads into a nested claim.
 *
 * @param path the claim's name, or the names on the way to it with dots between them
 */
record GroupsClaim(String path) {

	/**
	 * Returns the groups that claims name.
	 * @param claims the claims of an ID token or of the user info
	 * @return the groups, none if the claim is missing or of another shape
	 */
	Collection<?> groups(Map<String, Object> claims) {
		Object named = find(claims, this.path);
		return (named instanceof Collection<?> several) ? several : Stream.ofNullable(named).toList();
	}

	private static @Nullable Object find(Map<?, ?> claims, String path) {
		int dot = path.indexOf('.');
		if (claims.containsKey(path) || dot < 0) {
			return claims.get(path);
		}
		return (claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested) ? find(nested, path.substring(dot + 1))
				: null;
	}

}
