package dev.certdeck.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the trail between two entries, which stays where it is while entries are
 * added.
 *
 * @param at when the entry at the place was written
 * @param id the entry's number
 */
record Cursor(Instant at, long id) {

	private static final Pattern FORM = Pattern.compile("(\\d{4}-[0-9T:.-]{6,30}Z)~(\\d{1,18})");

	static Cursor of(AuditEntry entry) {
		return new Cursor(entry.at(), entry.id());
	}

	/**
	 * Reads a place as it stands in a URL.
	 * @param text the text as {@link #toString()} writes it
	 * @return the place, or nothing if the text makes no sense
	 */
	static Optional<Cursor> parse(String text) {
		Matcher form = FORM.matcher(text);
		try {
			return form.matches() ? Optional.of(new Cursor(Instant.parse(form.group(1)), Long.parseLong(form.group(2))))
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.at + "~" + this.id;
	}

}
