package dev.certdeck.list;

import java.util.Optional;

/**
 * Numbers as they stand in URLs.
 */
final class Numbers {

	private Numbers() {
	}

	/**
	 * Reads a whole number.
	 * @param text the text
	 * @param least the least number that makes sense
	 * @param most the greatest number that makes sense
	 * @return the number, or nothing
	 */
	static Optional<Integer> parse(String text, int least, int most) {
		try {
			int number = Integer.parseInt(text.strip());
			return (number >= least && number <= most) ? Optional.of(number) : Optional.empty();
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads the number of a page; one that is too large to count is the greatest.
	 * @param text the text
	 * @return the number from 1 on, or nothing
	 */
	static Optional<Integer> page(String text) {
		String digits = text.strip();
		return digits.matches("0*[1-9][0-9]{9,}")
				? parse(digits, 1, Integer.MAX_VALUE).or(() -> Optional.of(Integer.MAX_VALUE))
				: parse(digits, 1, Integer.MAX_VALUE);
	}

}
