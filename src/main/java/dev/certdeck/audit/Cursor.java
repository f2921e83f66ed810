package dev.certdeck.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the trail, which stays where it is while entries are added.
 *
 * @param at when the entry at the position was written
 * @param id the entry's number
 */
record Cursor(Instant at, long id) {

	private static final Pattern FORM = Pattern.compile("(\\d{4}-[0-9T:.-]{6,30}Z)~(\\d{1,18})");

	static Cursor of(AuditEntry entry) {
		return new Cursor(entry.at(), entry.id());
	}

	/**
	 * Parses a cursor as {@link #toString()} writes it; other text gives none.
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
