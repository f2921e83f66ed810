package dev.certdeck.pki;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lines of a text, to tell where in it an index stands.
 */
class Lines {

	private final String text;

	private final int[] starts;

	Lines(String text) {
		this.text = text;
		this.starts = IntStream
			.concat(IntStream.of(0),
					IntStream.range(0, text.length())
						.filter((index) -> text.charAt(index) == '\n')
						.map((index) -> index + 1))
			.toArray();
	}

	/**
	 * Returns the text.
	 * @return the text
	 */
	String text() {
		return this.text;
	}

	/**
	 * Returns the number of the line in which an index stands.
	 * @param index the index
	 * @return the line, from 1
	 */
	int lineOf(int index) {
		int found = Arrays.binarySearch(this.starts, index);
		return (found >= 0) ? found + 1 : -found - 1;
	}

	/**
	 * Returns the column in which an index stands.
	 * @param index the index
	 * @return the column, from 1
	 */
	int columnOf(int index) {
		return index - this.starts[lineOf(index) - 1] + 1;
	}

}
