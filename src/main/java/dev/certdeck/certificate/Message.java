package dev.certdeck.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text that is to be written in the reader's language.
 *
 * @param code the key of its pattern in the message bundles
 * @param arguments the values for the pattern: numbers, texts, instants, durations, enum
 * constants, domain names, further messages, and collections of these
 */
public record Message(String code, List<?> arguments) {

	/**
	 * Creates the message.
	 */
	public Message {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Creates a message.
	 * @param code the key of its pattern
	 * @param arguments the values for the pattern
	 * @return the message
	 */
	public static Message of(String code, Object... arguments) {
		return new Message(code, List.of(arguments));
	}

	/**
	 * Joins parts, two at a time.
	 * @param code the key of the pattern that joins two parts, such as {@code list.comma}
	 * @param parts the parts
	 * @return the joined parts, an empty text if there are none
	 */
	public static Object join(String code, Stream<?> parts) {
		return parts.map(Object.class::cast).reduce((first, next) -> Message.of(code, first, next)).orElse("");
	}

	/**
	 * Returns the name of an enum constant in message keys, CSS classes and URLs.
	 * @param constant the constant
	 * @return its name in lower case with hyphens
	 */
	public static String key(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * An instant that is written without its date on the same day.
	 *
	 * @param instant the instant
	 * @param present an instant whose date readers have in mind
	 */
	public record Recent(Instant instant, Instant present) {

	}

}
