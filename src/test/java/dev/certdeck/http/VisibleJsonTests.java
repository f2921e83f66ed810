package dev.certdeck.http;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonWriter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VisibleJson}.
 */
class VisibleJsonTests {

	@Test
	void textsAreVisible() {
		JsonWriter<Object> writer = JsonWriter.of((members) -> {
			members.add("message", (event) -> "pay\u202eroll\u200b");
			members.add("labels", (event) -> Map.of("user.id", "a\udb40\udc41b"));
			new VisibleJson().customize(members);
		});
		assertThat(writer.writeToString("event"))
			.isEqualTo("{\"message\":\"pay\\\\u202eroll\\\\u200b\",\"labels\":{\"user.id\":\"a\\\\u{e0041}b\"}}");
	}

}
