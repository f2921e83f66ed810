package dev.certdeck.pki;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Detects in a line that people write, such as an alias or the name of a file, what looks
 * like a piece of a key: Base64 or hexadecimal digits, with any separators and in any
 * character width.
 */
public final class KeyMaterial {

	/**
	 * The greatest length of a line that is examined.
	 */
	public static final int LONGEST = 1000;

	/**
	 * The least length of Base64 without blanks. Words and host names of that length
	 * seldom change the kind of character.
	 */
	private static final int RUN = 40;

	/**
	 * Base64 in groups: the number of characters examined, and how many of them at least
	 * are not letters and change the kind of character. Two in three random characters
	 * do.
	 */
	private static final int[][] WINDOWS = { { 24, 2, 11 }, { 32, 1, 13 } };

	private static final int LEAST_LETTERS = 4;

	private static final int HEX_DIGITS = 24;

	private static final int DECIMAL_DIGITS = 48;

	private static final Pattern MARKER = Pattern.compile("-----|PRIVATE KEY");

	private static final Pattern UUID = Pattern
		.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F])");

	/**
	 * Words, one or several in a row, and numbers. One in twelve random groups of four
	 * characters matches, and hardly any longer one.
	 */
	private static final Pattern WORD = Pattern.compile(
			"(?<![A-Za-z0-9+/])(?=[A-Za-z0-9]{4})(?:(?:[A-Z]?[a-z]{2,20}+){1,3}+|[A-Z]{4,20}+|[0-9]{4,20}+(?:Q[1-4])?)(?![A-Za-z0-9+/=])");

	private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9+/]++");

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{" + RUN + ",}+");

	private KeyMaterial() {
	}

	/**
	 * Tells whether a line may hold a piece of a key.
	 * @param line any text
	 * @return {@code true} if it may, or is too long to be examined
	 */
	public static boolean isIn(String line) {
		if (line.length() > LONGEST) {
			return true;
		}
		String text = UUID.matcher(withoutInvisible(Normalizer.normalize(line, Normalizer.Form.NFKC))).replaceAll("");
		String rest = WORD.matcher(text).replaceAll(" ");
		return MARKER.matcher(text).find() || hasLongRun(rest) || isGrouped(joined(rest))
				|| isHexadecimal(joined(text));
	}

	private static String joined(String text) {
		return SEPARATORS.matcher(text).replaceAll("");
	}

	private static String withoutInvisible(String text) {
		return text.codePoints()
			.filter((character) -> Character.getType(character) != Character.FORMAT
					&& Character.getType(character) != Character.NON_SPACING_MARK
					&& Character.getType(character) != Character.CONTROL)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean hasLongRun(String text) {
		return BASE64.matcher(text).results().anyMatch((run) -> {
			int[] kinds = kinds(run.group(), 0, run.group().length());
			return kinds[0] >= LEAST_LETTERS && kinds[1] >= LEAST_LETTERS && kinds[3] >= run.group().length() / 3;
		});
	}

	private static boolean isGrouped(String joined) {
		for (int[] window : WINDOWS) {
			for (int start = 0; start + window[0] <= joined.length(); start++) {
				int[] kinds = kinds(joined, start, start + window[0]);
				if (kinds[0] >= LEAST_LETTERS && kinds[1] >= LEAST_LETTERS && kinds[2] >= window[1]
						&& kinds[3] >= window[2]) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Counts the kinds of characters.
	 * @param text a text
	 * @param start where to begin
	 * @param end where to stop
	 * @return how many are capitals, small letters and others, and how often the kind
	 * changes
	 */
	private static int[] kinds(String text, int start, int end) {
		int[] kinds = new int[4];
		int before = -1;
		for (int index = start; index < end; index++) {
			char character = text.charAt(index);
			int kind = Character.isUpperCase(character) ? 0 : (Character.isLowerCase(character) ? 1 : 2);
			kinds[kind]++;
			kinds[3] += (before >= 0 && kind != before) ? 1 : 0;
			before = kind;
		}
		return kinds;
	}

	private static boolean isHexadecimal(String joined) {
		int length = 0;
		int letters = 0;
		for (int index = 0; index < joined.length(); index++) {
			char character = joined.charAt(index);
			boolean hexadecimal = Character.digit(character, 16) >= 0;
			length = hexadecimal ? length + 1 : 0;
			letters = hexadecimal ? letters + (Character.isDigit(character) ? 0 : 1) : 0;
			boolean mixed = letters > 0 && letters < length;
			if (mixed && length >= HEX_DIGITS || letters == 0 && length >= DECIMAL_DIGITS) {
				return true;
			}
		}
		return false;
	}

}
