package dev.certdeck.web;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Writes when validities end, which some never do: 9999-12-31T23:59:59Z stands for no end
 * (RFC 5280, section 4.1.2.5).
 */
public class Ends {

	private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

	private final MessageSource messages;

	private final Times times;

	/**
	 * Creates the writer.
	 * @param messages the messages of the pages
	 * @param times writes the ends that there are
	 */
	public Ends(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	/**
	 * Writes an end like {@link Times#minute}.
	 * @param until the end, absent if it is not known
	 * @return date and minute, or that there is none or it is not known
	 */
	public String minute(@Nullable Instant until) {
		return write(until, this.times::minute);
	}

	/**
	 * Writes an end like {@link Times#full}.
	 * @param until the end, absent if it is not known
	 * @return date, time and offset, or that there is none or it is not known
	 */
	public String full(@Nullable Instant until) {
		return write(until, this.times::full);
	}

	/**
	 * Tells whether there is a date to write.
	 * @param until the end, absent if it is not known
	 * @return {@code false} if there is no end or it is not known
	 */
	public boolean isDate(@Nullable Instant until) {
		return until != null && until.isBefore(NO_END);
	}

	private String write(@Nullable Instant until, Function<Instant, String> date) {
		if (until == null) {
			return text("end.unknown");
		}
		return isDate(until) ? date.apply(until) : text("end.none");
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
