package dev.certdeck.tencent.signing;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StringToSign}.
 */
class StringToSignTests {

	@Test
	void replacesUnderscoresInNamesOnly() {
		StringToSign text = StringToSign.of("POST", "h:8089", "/p", Map.of("js_code_x", "a_b", "Action", "A"));
		assertThat(text.value()).isEqualTo("POSTh:8089/p?Action=A&js.code.x=a_b");
	}

	@Test
	void leavesValuesAsTheyAre() {
		StringToSign text = StringToSign.of("POST", "h", "/p", Map.of("cert", "a b\r\n+/=&%2B\u8bc1\u4e66"));
		assertThat(text.value()).isEqualTo("POSTh/p?cert=a b\r\n+/=&%2B\u8bc1\u4e66");
	}

	@Test
	void doesNotShowItsContent() {
		assertThat(StringToSign.of("POST", "h", "/p", Map.of("key", "very-private"))).asString()
			.doesNotContain("very-private");
	}

}
