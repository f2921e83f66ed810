package dev.certdeck.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.context.MessageSource;

/**
 * Writes how old something is, in the one unit that matters.
 */
public class Ages {

	private final MessageSource messages;

	/**
	 * Creates the writer.
	 * @param messages the messages of the pages
	 */
	public Ages(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Writes an age.
	 * @param since when it began
	 * @param now the present
	 * @return for example {@code 14 s} or {@code 3 h}
	 */
	public String text(Instant since, Instant now) {
		Duration age = Duration.between(since, now);
		if (age.toMinutes() < 1) {
			return text("age.seconds", Math.max(0, age.toSeconds()));
		}
		if (age.toHours() < 1) {
			return text("age.minutes", age.toMinutes());
		}
		return (age.toDays() < 1) ? text("age.hours", age.toHours()) : text("age.days", age.toDays());
	}

	private String text(String key, long number) {
		return this.messages.getMessage(key, new Object[] { number }, Locale.ENGLISH);
	}

}
