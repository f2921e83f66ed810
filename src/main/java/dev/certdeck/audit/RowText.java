package dev.certdeck.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts texts to the form in which the audit trail stores them.
 */
final class RowText {

	private static final int LONGEST_NAME = 255;

	private static final int LONGEST_DETAIL = 1000;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private RowText() {
	}

	/**
	 * Escapes the control characters of a name, since no database stores all of them.
	 * @param name the name
	 * @return the name without control characters
	 */
	static String name(String name) {
		return shortened(CONTROL.matcher(name)
			.replaceAll((found) -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0)))),
				LONGEST_NAME);
	}

	static String key(String name) {
		return shortened(name.strip().toLowerCase(Locale.ROOT), LONGEST_NAME);
	}

	static String detail(String text) {
		return shortened(text, LONGEST_DETAIL);
	}

	/**
	 * Returns the beginning of a text as one line.
	 * @param text the text
	 * @param longest maximum number of characters
	 * @return the line
	 */
	static String shortened(String text, int longest) {
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return (line.length() <= longest) ? line : line.substring(0, longest);
	}

}
