package dev.certdeck.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses the values of headers (RFC 9110, section 5.6).
 */
final class HeaderSyntax {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

	private HeaderSyntax() {
	}

	/**
	 * Splits a text at the delimiters outside quotes. If a quote is not closed, it splits
	 * at all delimiters, so that the quote does not swallow what the next proxy wrote.
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
	 * Returns the value of a part.
	 * @param part the part
	 * @return the part without surrounding blanks, quotes and escapes
	 */
	static String value(String part) {
		String value = part.strip();
		boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
		return quoted ? ESCAPE.matcher(value.substring(1, value.length() - 1)).replaceAll("$1") : value;
	}

}
