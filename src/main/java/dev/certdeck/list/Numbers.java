package dev.certdeck.list;

import java.util.Optional;

/**
 * Parses the numbers in URLs.
 */
final class Numbers {

	private Numbers() {
	}

	/**
	 * Parses a whole number.
	 * @param text the text
	 * @param least the least valid number
	 * @param most the greatest valid number
	 * @return the number, empty if the text is no valid number
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
	 * Parses the number of a page; one that is too large is taken as the largest int.
	 * @param text the text
	 * @return the number from 1, empty if the text is no valid number
	 */
	static Optional<Integer> page(String text) {
		String digits = text.strip();
		return digits.matches("0*[1-9][0-9]{9,}")
				? parse(digits, 1, Integer.MAX_VALUE).or(() -> Optional.of(Integer.MAX_VALUE))
				: parse(digits, 1, Integer.MAX_VALUE);
	}

}
