package dev.certdeck.inventory;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which replicas keep what they share of an inventory. A change of what is
 * written needs another {@link #FORMAT}.
 */
final class InventoryJson {

	static final int FORMAT = 1;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultVisibility((visibility) -> visibility.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
			.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
			.withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private InventoryJson() {
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/**
	 * Reads a value.
	 * @param <T> the type of the value
	 * @param json the value as it was written
	 * @param type the type of the value
	 * @return the value
	 * @throws tools.jackson.core.JacksonException if it was written in another format
	 */
	static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

}
