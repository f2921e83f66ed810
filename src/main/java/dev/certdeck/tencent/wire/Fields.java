package dev.certdeck.tencent.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object as Tencent writes them, read without regard to their type:
 * numbers come as texts and texts as numbers, what is empty comes as {@code null},
 * {@code ""}, {@code []} or not at all.
 *
 * @param node the object, or anything else, which has no fields
 */
public record Fields(JsonNode node) {

	private static final int LONGEST_NUMBER = 40;

	private static final Pattern WHOLE = Pattern.compile("^(-?\\d+)\\.0+$");

	/**
	 * Reads a text.
	 * @param name the field's name
	 * @return the text, empty where there is none
	 */
	public String text(String name) {
		return text(this.node.path(name));
	}

	/**
	 * Reads a whole number.
	 * @param name the field's name
	 * @return the number, absent where there is none or it is no {@code int}
	 */
	public @Nullable Integer integer(String name) {
		String text = text(name).strip();
		try {
			return (text.length() <= LONGEST_NUMBER) ? Integer.valueOf(WHOLE.matcher(text).replaceFirst("$1")) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Reads a yes or no.
	 * @param name the field's name
	 * @return {@code true} or {@code false}, absent where there is neither
	 */
	public @Nullable Boolean flag(String name) {
		return switch (text(name).strip().toLowerCase(Locale.ROOT)) {
			case "true", "1", "yes" -> true;
			case "false", "0", "no" -> false;
			default -> null;
		};
	}

	/**
	 * Reads a list of texts, which may come as a single text too.
	 * @param name the field's name
	 * @return the texts that are not blank
	 */
	public List<String> texts(String name) {
		JsonNode field = this.node.path(name);
		Collection<String> texts = field.isContainer() ? field.values().stream().map(Fields::text).toList()
				: Arrays.asList(text(field).split(","));
		List<String> found = new ArrayList<>();
		texts.stream().map(String::strip).filter((text) -> !text.isEmpty()).forEach(found::add);
		return found;
	}

	/**
	 * Reads an object.
	 * @param name the field's name
	 * @return its fields, none where there is no object
	 */
	public Fields object(String name) {
		return new Fields(this.node.path(name));
	}

	/**
	 * Tells whether the field is there, be it {@code null}.
	 * @param name the field's name
	 * @return {@code false} if it is absent
	 */
	public boolean has(String name) {
		return this.node.has(name);
	}

	/**
	 * Tells whether the field holds nothing.
	 * @param name the field's name
	 * @return {@code true} if it is not there or {@code null}
	 */
	public boolean isAbsent(String name) {
		return !this.node.hasNonNull(name);
	}

	/**
	 * Tells whether the field holds an object or an array with something in it.
	 * @param name the field's name
	 * @return {@code true} if there is more than a plain value
	 */
	public boolean isNested(String name) {
		JsonNode field = this.node.path(name);
		return field.isContainer() && !field.isEmpty();
	}

	/**
	 * Tells whether there is no field at all.
	 * @return {@code true} where there is no object either
	 */
	public boolean isEmpty() {
		return this.node.isEmpty();
	}

	private static String text(JsonNode value) {
		return (value.isString() || value.isNumber() || value.isBoolean()) ? value.asString() : "";
	}

}
