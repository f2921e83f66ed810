package dev.certdeck.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts texts into the form in which the audit trail keeps them.
 */
final class RowText {

	private static final int LONGEST_NAME = 255;

	private static final int LONGEST_DETAIL = 1000;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private RowText() {
	}

	/**
	 * Keeps control characters of a name as escapes, since no database takes all of them.
	 * @param name the name
	 * @return the name without control characters
	 */
	static String name(String name) {
		return shortened(CONTROL.matcher(name)
			.replaceAll((found) -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0)))),
				LONGEST_NAME);
	}

	/**
	 * Returns what a person's name is found by.
	 * @param name the name
	 * @return the name in lower case
	 */
	static String key(String name) {
		return shortened(name.strip().toLowerCase(Locale.ROOT), LONGEST_NAME);
	}

	static String detail(String text) {
		return shortened(text, LONGEST_DETAIL);
	}

	/**
	 * Makes a line of a text.
	 * @param text the text
	 * @param longest the most characters to keep
	 * @return the line
	 */
	static String shortened(String text, int longest) {
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return (line.length() <= longest) ? line : line.substring(0, longest);
	}

}
