package dev.certdeck.sandbox.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Creates the objects of answers.
 */
public final class JsonObject {

	private JsonObject() {
	}

	/**
	 * Creates an object.
	 * @param namesAndValues the name of each field, followed by its value, which may be
	 * {@code null}
	 * @return the fields in this order; more can be added
	 */
	public static Map<String, Object> of(@Nullable Object... namesAndValues) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int index = 0; index < namesAndValues.length; index += 2) {
			fields.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
		}
		return fields;
	}

}
