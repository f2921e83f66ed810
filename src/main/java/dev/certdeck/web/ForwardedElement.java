package dev.certdeck.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one proxy wrote into the header {@code Forwarded} (RFC 7239).
 *
 * @param parameters its parameters by their names in lower case, without quotes
 */
record ForwardedElement(Map<String, String> parameters) {

	private static final Pattern PARAMETER = Pattern
		.compile("\\s*([A-Za-z]{1,32})=(?:\"([^\"\\\\]{0,512})\"|([^\\s\"]{0,512}))\\s*");

	/**
	 * Reads an element.
	 * @param text the element
	 * @return its parameters, without those that make no sense
	 */
	static ForwardedElement parse(String text) {
		Map<String, String> parameters = new HashMap<>();
		for (String part : text.split(";", -1)) {
			Matcher matcher = PARAMETER.matcher(part);
			if (matcher.matches()) {
				String quoted = matcher.group(2);
				parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), (quoted != null) ? quoted : matcher.group(3));
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
