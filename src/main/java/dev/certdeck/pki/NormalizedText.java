package dev.certdeck.pki;

import java.util.regex.Pattern;

/**
 * A text in PEM without the changes that tools make to it as a whole.
 *
 * @param text the text with line feeds as line ends
 * @param unescaped whether it was a string of JSON or of a programming language
 * @param tidied whether indentation, a byte order mark, line ends other than those of
 * Windows or the like were changed
 */
record NormalizedText(String text, boolean unescaped, boolean tidied) {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final Pattern ESCAPED = Pattern.compile("-\\\\{1,4}[rn]|\\\\{1,4}n-");

	private static final Pattern LINE_FEED = Pattern.compile("(?:\\\\{1,4}r)?\\\\{1,4}n");

	private static final Pattern QUOTED = Pattern.compile("(?m)^[ \\t]{0,40}>[> ]{0,10}-");

	private static final Pattern QUOTE = Pattern.compile("(?m)^[ \\t]{0,40}>[> ]{0,10}");

	private static final Pattern UNTIDY_LINE = Pattern
		.compile("(?m)^[ \\t]{1,40}[A-Za-z0-9+/=-]|[A-Za-z0-9+/=-][ \\t]{1,40}$");

	static NormalizedText of(String text) {
		String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		String feeds = unmarked.replace("\r\n", "\n").replace('\r', '\n');
		boolean escaped = ESCAPED.matcher(feeds).find();
		String unescaped = escaped ? unescape(feeds) : feeds;
		boolean quoted = QUOTED.matcher(unescaped).find();
		String unquoted = quoted ? QUOTE.matcher(unescaped).replaceAll("") : unescaped;
		boolean tidied = quoted || !unmarked.equals(text) || unmarked.replace("\r\n", "\n").indexOf('\r') >= 0
				|| UNTIDY_LINE.matcher(unquoted).find();
		return new NormalizedText(unquoted, escaped, tidied);
	}

	private static String unescape(String text) {
		return LINE_FEED.matcher(text)
			.replaceAll("\n")
			.replaceAll("\\\\{1,4}r", "")
			.replaceAll("\\\\{1,4}/", "/")
			.replaceAll("(?i)\\\\{1,4}u002b", "+")
			.replaceAll("(?i)\\\\{1,4}u002f", "/")
			.replaceAll("(?i)\\\\{1,4}u003d", "=")
			.replaceAll("(?m)[\"'][ \\t]{0,4}[,;+\\\\]?[ \\t]{0,4}$", "")
			.replaceAll("(?m)^[ \\t]{0,40}[\"']", "");
	}

}
