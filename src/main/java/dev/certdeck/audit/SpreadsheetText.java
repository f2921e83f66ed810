package dev.certdeck.audit;

/**
 * Keeps spreadsheets from reading a text as a formula, whether they separate cells by
 * comma, semicolon, tab or line end.
 */
final class SpreadsheetText {

	private static final char GUARD = '\'';

	/**
	 * The characters with which formulas begin, in all widths.
	 */
	private static final String FORMULA = "=+-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20";

	/**
	 * The characters after which a cell may begin inside a text. The comma is left out,
	 * since the quotes around a text protect it.
	 */
	private static final String CELL_ENDS = ";\t\r\n\u000b\f\u0085\u2028\u2029";

	/**
	 * Quotes, and blanks that count as letters.
	 */
	private static final String PASSED_OVER = "\"'`\u201a\u201e\u115f\u1160\u2800\u3164\uffa0";

	private SpreadsheetText() {
	}

	/**
	 * Puts an apostrophe at the start of each cell that may be a formula: its first
	 * character that is neither blank, invisible nor a quote begins a formula, it begins
	 * with a control character, or it is empty, so that it would begin with what follows
	 * the text.
	 * @param text the text, without the quotes around it
	 * @return the text, in which no cell begins like a formula
	 */
	static String guarded(String text) {
		int[] characters = text.codePoints().toArray();
		StringBuilder reversed = new StringBuilder(text.length());
		boolean formula = false;
		boolean visible = false;
		for (int at = characters.length - 1; at >= 0; at--) {
			int character = characters[at];
			boolean cellEnd = CELL_ENDS.indexOf(character) >= 0;
			if (cellEnd && (formula || !visible)) {
				reversed.append(GUARD);
			}
			visible |= !isPassedOver(character);
			formula = FORMULA.indexOf(character) >= 0 || Character.isISOControl(character)
					|| (formula && isPassedOver(character));
			reversed.appendCodePoint(character);
		}
		return (formula ? String.valueOf(GUARD) : "") + reversed.reverse();
	}

	private static boolean isPassedOver(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.INITIAL_QUOTE_PUNCTUATION,
					Character.FINAL_QUOTE_PUNCTUATION ->
				true;
			default -> PASSED_OVER.indexOf(character) >= 0;
		};
	}

}
