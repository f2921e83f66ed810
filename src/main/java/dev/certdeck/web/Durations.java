package dev.certdeck.web;

import java.time.Duration;
import java.util.Locale;

import org.springframework.context.MessageSource;

/**
 * Writes durations, in the one unit that matters.
 */
public class Durations {

	private final MessageSource messages;

	/**
	 * Creates the writer.
	 * @param messages the messages of the pages
	 */
	public Durations(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Writes a duration.
	 * @param duration the duration
	 * @return for example {@code 14 s} or {@code 3 h}
	 */
	public String text(Duration duration) {
		if (duration.toMinutes() < 1) {
			return text("duration.seconds", duration.toSeconds());
		}
		return (duration.toHours() < 1) ? text("duration.minutes", duration.toMinutes())
				: text("duration.hours", duration.toHours());
	}

	private String text(String key, long number) {
		return this.messages.getMessage(key, new Object[] { number }, Locale.ENGLISH);
	}

}
