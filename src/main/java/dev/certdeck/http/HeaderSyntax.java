package dev.certdeck.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the values of headers apart as section 5.6 of RFC 9110 defines them.
 */
final class HeaderSyntax {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

	private HeaderSyntax() {
	}

	/**
	 * Parts a text at a delimiter, but for those in quotes. A quote that stays open must
	 * not swallow what the next proxy wrote: then every delimiter parts.
	 * @param text the text
	 * @param delimiter the delimiter
	 * @return the parts
	 */
	static List<String> split(String text, char delimiter) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			if (character == '"') {
				quoted = !quoted;
			}
			else if (character == '\\' && quoted) {
				index++;
			}
			else if (character == delimiter && !quoted) {
				parts.add(text.substring(start, index));
				start = index + 1;
			}
		}
		parts.add(text.substring(start));
		return quoted ? Arrays.asList(text.split(Pattern.quote(String.valueOf(delimiter)), -1)) : parts;
	}

	/**
	 * Returns what a part says.
	 * @param part the part
	 * @return the part without blanks around it, without quotes and without escapes
	 */
	static String value(String part) {
		String value = part.strip();
		boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
		return quoted ? ESCAPE.matcher(value.substring(1, value.length() - 1)).replaceAll("$1") : value;
	}

}
