package dev.certdeck.sandbox.cloud;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Ways in which the row of a certificate can be odd in the cloud's lists.
 */
public enum Oddity {

	/**
	 * The row has no begin.
	 */
	NO_BEGIN,

	/**
	 * The begin can't be read.
	 */
	BROKEN_BEGIN,

	/**
	 * The end is written with a T, as ISO 8601 does, without a zone.
	 */
	ISO((end) -> end.replace(' ', 'T')),

	/**
	 * The end is written as ISO 8601 does, with the offset.
	 */
	OFFSET((end) -> end.replace(' ', 'T') + "+08:00"),

	/**
	 * The end is written with slashes.
	 */
	SLASHES((end) -> end.replace('-', '/')),

	/**
	 * The end is a date alone.
	 */
	DATE_ALONE((end) -> end.substring(0, end.indexOf(' '))),

	/**
	 * The end has fractions of a second.
	 */
	FRACTIONS((end) -> end + ".999"),

	/**
	 * The end is written with the day first, which may be taken for the month.
	 */
	BROKEN_END((end) -> "%s/%s/%s".formatted(end.substring(8, 10), end.substring(5, 7), end.substring(0, 4))),

	/**
	 * The row has neither begin nor end.
	 */
	NO_TIMES,

	/**
	 * The row has no id.
	 */
	NO_ID,

	/**
	 * There is {@code null} in the place of the row.
	 */
	NULL_ROW;

	private final UnaryOperator<String> end;

	Oddity() {
		this(UnaryOperator.identity());
	}

	Oddity(UnaryOperator<String> end) {
		this.end = end;
	}

	/**
	 * Makes a row odd.
	 * @param row the fields of the row, which are changed
	 * @param names what the dialect calls them
	 * @return the row
	 */
	@Nullable Map<String, Object> in(Map<String, Object> row, Names names) {
		switch (this) {
			case NO_BEGIN -> row.put(names.begin(), null);
			case BROKEN_BEGIN -> row.put(names.begin(), "soon");
			case NO_TIMES -> {
				row.put(names.begin(), null);
				row.put(names.end(), null);
			}
			case NO_ID -> row.remove(names.id());
			default -> row.computeIfPresent(names.end(), (name, text) -> this.end.apply(text.toString()));
		}
		return (this != NULL_ROW) ? row : null;
	}

	/**
	 * What a dialect calls the fields of a row.
	 *
	 * @param id the certificate's ID
	 * @param begin the begin of its validity
	 * @param end the end of its validity
	 */
	public record Names(String id, String begin, String end) {

	}

}
