package dev.certdeck.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one proxy wrote into the header {@code Forwarded} (RFC 7239).
 *
 * @param parameters its parameters by their names in lower case, without quotes
 */
record ForwardedElement(Map<String, String> parameters) {

	/**
	 * Reads an element.
	 * @param text the element
	 * @return its parameters, without those that make no sense
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
	 * Returns a parameter.
	 * @param name its name in lower case
	 * @return its value, empty if it is not there
	 */
	String get(String name) {
		return this.parameters.getOrDefault(name, "");
	}

}
