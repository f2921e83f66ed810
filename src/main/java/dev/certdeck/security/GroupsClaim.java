package dev.certdeck.security;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a provider lists a person's groups. A claim of exactly this name wins,
 * since names that are URLs hold dots; otherwise each dot leads into a nested claim.
 *
 * @param path the claim's name, or the names on the way to it with dots between them
 * @param delimiter what parts the groups where the claim is a single text; absent if such
 * a text is one group
 */
record GroupsClaim(String path, @Nullable String delimiter) {

	private static final List<String> NAMING = List.of("name", "value", "id");

	/**
	 * From here on a floating-point number does not tell its digits.
	 */
	private static final double INEXACT = 0x1p53;

	/**
	 * Returns the groups of claims, none if the claim is missing or names none.
	 */
	Collection<String> groups(Map<String, Object> claims) {
		Object claim = find(claims, this.path);
		Stream<String> names = (claim instanceof String text && this.delimiter != null && !this.delimiter.isEmpty())
				? Arrays.stream(text.split(Pattern.quote(this.delimiter))).map(String::strip) : names(claim);
		return names.filter((name) -> !name.isEmpty()).distinct().toList();
	}

	private static @Nullable Object find(Map<?, ?> claims, String path) {
		int dot = path.indexOf('.');
		if (claims.containsKey(path) || dot < 0) {
			return claims.get(path);
		}
		return (claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested) ? find(nested, path.substring(dot + 1))
				: null;
	}

	private static Stream<String> names(@Nullable Object claim) {
		if (claim instanceof Collection<?> several) {
			return several.stream().flatMap(GroupsClaim::names);
		}
		if (claim instanceof Map<?, ?> object) {
			List<String> named = NAMING.stream().flatMap((key) -> name(object.get(key))).toList();
			return named.isEmpty() ? keys(object) : named.stream();
		}
		return name(claim);
	}

	private static Stream<String> keys(Map<?, ?> groups) {
		return groups.entrySet()
			.stream()
			.filter((group) -> group.getValue() != null && !Boolean.FALSE.equals(group.getValue()))
			.map((group) -> String.valueOf(group.getKey()));
	}

	private static Stream<String> name(@Nullable Object value) {
		if (value instanceof Number number && !(value instanceof Double && Math.abs(number.doubleValue()) >= INEXACT)) {
			return Stream.of(new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
		}
		return (value instanceof String name) ? Stream.of(name) : Stream.empty();
	}

}
