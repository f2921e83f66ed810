package dev.certdeck.tencent.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Reports the forms of times that can't be read, each once, but never their text.
 */
class UnreadableTimes {

	private static final Log logger = LogFactory.getLog(UnreadableTimes.class);

	private static final int MOST_FORMS = 20;

	private static final int LONGEST_FORM = 40;

	private static final Pattern WORDS = Pattern.compile("(?![TZ](?!\\p{Alpha}))\\p{Alpha}+");

	private final Set<String> forms = ConcurrentHashMap.newKeySet();

	/**
	 * Reports a time unless one of its form was reported before.
	 * @param text the time as the cloud writes it
	 */
	void report(String text) {
		if (this.forms.size() < MOST_FORMS && this.forms.add(form(text))) {
			logger.warn("Tencent Cloud gave a time of the form \"%s\", which can't be read (9 for digits, a for words)"
				.formatted(form(text)));
		}
	}

	/**
	 * Tells the form of a text.
	 * @param text any text
	 * @return its punctuation, with 9 for each digit, a for each word and a question mark
	 * for each character beyond ASCII; cut off if it is long
	 */
	static String form(String text) {
		String start = text.strip().substring(0, Math.min(text.strip().length(), LONGEST_FORM));
		return WORDS.matcher(start.replaceAll("[^ -~]", "?")).replaceAll("a").replaceAll("[0-9]", "9");
	}

}
