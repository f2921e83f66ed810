package dev.certdeck.sandbox.v2;

import java.util.Map;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON as PHP does, with everything beyond ASCII and every slash escaped.
 */
final class PhpJson {

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
			.enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
			.disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
			.build())
		.build();

	private PhpJson() {
	}

	static String write(Map<String, Object> answer) {
		return JSON.writeValueAsString(answer);
	}

}
