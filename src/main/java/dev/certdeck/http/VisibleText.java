package dev.certdeck.http;

/**
 * Makes invisible characters of external text visible. Names come from certificates, from
 * the cloud and from the identity provider. Characters that have no glyph, that look like
 * a space without being one, or that change the direction of others become escapes such
 * as {@code \\u202e} and {@code \\u{e0041}}.
 */
public final class VisibleText {

	private static final char IDEOGRAPHIC_SPACE = '\u3000';

	private VisibleText() {
	}

	/**
	 * Escapes a text.
	 * @param text any text
	 * @return the text with escapes
	 */
	public static String of(String text) {
		if (isVisible(text)) {
			return text;
		}
		StringBuilder visible = new StringBuilder();
		text.codePoints().forEach((character) -> append(visible, character));
		return visible.toString();
	}

	private static void append(StringBuilder visible, int character) {
		if (isSeen(character)) {
			visible.appendCodePoint(character);
		}
		else {
			visible.append(((character < Character.MIN_SUPPLEMENTARY_CODE_POINT) ? "\\u%04x" : "\\u{%x}")
				.formatted(character));
		}
	}

	/**
	 * Tells whether a text needs no escape.
	 * @param text any text
	 * @return {@code false} if something of it becomes an escape
	 */
	public static boolean isVisible(String text) {
		int index = 0;
		while (index < text.length()) {
			int character = text.codePointAt(index);
			if (!isSeen(character)) {
				return false;
			}
			index += Character.charCount(character);
		}
		return true;
	}

	/**
	 * Removes the characters from a text that is to be edited, where escapes are of no
	 * use.
	 * @param text any text
	 * @return the text without what is not seen, with a blank for what looks like one
	 */
	public static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		text.codePoints().forEach((character) -> {
			if (Character.isISOControl(character) || Character.isSpaceChar(character) && !isSeen(character)) {
				plain.append(' ');
			}
			else if (isSeen(character)) {
				plain.appendCodePoint(character);
			}
		});
		return plain.toString();
	}

	private static boolean isSeen(int character) {
		return isPrintableAscii(character) || isSeenByCategory(character);
	}

	private static boolean isPrintableAscii(int character) {
		return character >= ' ' && character <= '~';
	}

	private static boolean isSeenByCategory(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
			case Character.SPACE_SEPARATOR -> character == ' ' || character == IDEOGRAPHIC_SPACE;
			case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
				false;
			default -> !isIgnorable(character);
		};
	}

	/**
	 * Tells whether a character is omitted from rendered text (Unicode Standard, section
	 * 5.21, property Default_Ignorable_Code_Point) or drawn as nothing, though its
	 * category says otherwise.
	 * @param character a character
	 * @return {@code true} if nobody sees it
	 */
	private static boolean isIgnorable(int character) {
		return switch (character) {
			case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2065, 0x2800, 0x3164, 0xffa0 -> true;
			default -> isBetween(character, 0x180b, 0x180f) || isBetween(character, 0xfe00, 0xfe0f)
					|| isBetween(character, 0xfff0, 0xfff8) || isBetween(character, 0xe0000, 0xe0fff)
					|| isBetween(character, 0xfdd0, 0xfdef) || (character & 0xfffe) == 0xfffe;
		};
	}

	private static boolean isBetween(int character, int first, int last) {
		return character >= first && character <= last;
	}

}
