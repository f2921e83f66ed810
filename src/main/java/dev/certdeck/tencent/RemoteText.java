package dev.certdeck.tencent;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes text of an answer fit for messages: one line of bounded length, without invisible
 * characters and PEM blocks.
 */
public final class RemoteText {

	private static final int MAX_LENGTH = 300;

	private static final int MAX_READ = 10_000;

	private static final Pattern PEM = Pattern.compile("-----BEGIN.*?(?:-----END.*?-----|$)", Pattern.DOTALL);

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029\\s]+");

	private RemoteText() {
	}

	/**
	 * Makes a text fit for a line of a log or a page.
	 * @param text the text
	 * @return the text on one line, without keys, cut where it is long
	 */
	public static String readable(@Nullable String text) {
		if (text == null) {
			return "";
		}
		String start = text.substring(0, Math.min(text.length(), MAX_READ));
		String line = UNSEEN.matcher(PEM.matcher(start).replaceAll("[PEM]")).replaceAll(" ").strip();
		return (line.codePointCount(0, line.length()) <= MAX_LENGTH) ? line
				: line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "...";
	}

}
