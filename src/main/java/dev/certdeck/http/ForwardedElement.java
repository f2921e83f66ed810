package dev.certdeck.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An element of the header {@code Forwarded} (RFC 7239), written by one proxy.
 *
 * @param parameters its parameters by their names in lower case, without quotes
 */
record ForwardedElement(Map<String, String> parameters) {

	/**
	 * Parses an element and leaves out parameters that are malformed.
	 */
	static ForwardedElement parse(String text) {
		Map<String, String> parameters = new HashMap<>();
		for (String part : HeaderSyntax.split(text, ';')) {
			String[] pair = part.split("=", 2);
			if (pair.length == 2) {
				parameters.put(pair[0].strip().toLowerCase(Locale.ROOT), HeaderSyntax.value(pair[1]));
			}
		}
		return new ForwardedElement(parameters);
	}

	/**
	 * Returns the parameter of a name in lower case, empty if there is none.
	 */
	String get(String name) {
		return this.parameters.getOrDefault(name, "");
	}

}
