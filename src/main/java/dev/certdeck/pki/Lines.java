package dev.certdeck.pki;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lines of a text. Lines and columns count from 1.
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

	String text() {
		return this.text;
	}

	int lineOf(int index) {
		int found = Arrays.binarySearch(this.starts, index);
		return (found >= 0) ? found + 1 : -found - 1;
	}

	int columnOf(int index) {
		return index - this.starts[lineOf(index) - 1] + 1;
	}

}
