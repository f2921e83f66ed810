package dev.certdeck.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as spreadsheets do: a quote begins a quoted part where a
 * cell begins, and what follows the closing quote belongs to the cell too.
 */
final class CsvCells {

	private final List<String> cells = new ArrayList<>();

	private final String text;

	private final String separators;

	private final boolean counting;

	private CsvCells(String text, String separators, boolean counting) {
		this.text = text;
		this.separators = separators;
		this.counting = counting;
	}

	/**
	 * Reads cells.
	 * @param text lines, each with an end
	 * @param separators what cells are parted at, beside line ends
	 * @param counting whether a quote inside of a cell begins a quoted part as well
	 * @return the cells of all lines
	 */
	static List<String> of(String text, String separators, boolean counting) {
		CsvCells reader = new CsvCells(text, separators, counting);
		for (int at = 0; at < text.length(); at = reader.cell(at)) {
			continue;
		}
		return reader.cells;
	}

	private int cell(int start) {
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		int at = start;
		for (; at < this.text.length(); at++) {
			char character = this.text.charAt(at);
			if (quoted && character == '"' && this.text.startsWith("\"\"", at)) {
				cell.append('"');
				at++;
			}
			else if (character == '"' && (quoted || at == start || this.counting)) {
				quoted = !quoted;
			}
			else if (!quoted && (this.separators.indexOf(character) >= 0 || character == '\r' || character == '\n')) {
				break;
			}
			else {
				cell.append(character);
			}
		}
		this.cells.add(cell.toString());
		return this.text.startsWith("\r\n", at) ? at + 2 : at + 1;
	}

}
