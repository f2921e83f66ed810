package dev.certdeck.tencent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RemoteText}.
 */
class RemoteTextTests {

	@Test
	void keepsWordsInAnyLanguage() {
		assertThat(RemoteText.readable("(100004)projectId\u4e0d\u6b63\u786e"))
			.isEqualTo("(100004)projectId\u4e0d\u6b63\u786e");
	}

	@Test
	void makesControlCharactersOneSpace() {
		assertThat(RemoteText.readable("a\r\n\u001b[31m\u202eb\u0000c ")).isEqualTo("a [31m b c");
	}

	@Test
	void boundsTheLength() {
		assertThat(RemoteText.readable("x".repeat(1000))).hasSize(303).endsWith("x...");
	}

	@Test
	void leavesPemOut() {
		String pem = "-----BEGIN PRIVATE KEY-----\nABC\n-----END PRIVATE KEY-----";
		assertThat(RemoteText.readable("bad " + pem + " given")).isEqualTo("bad [PEM] given");
		assertThat(RemoteText.readable("bad -----BEGIN+PRIVATE+KEY-----%0AABC")).isEqualTo("bad [PEM]");
	}

	@Test
	void nothingIsEmpty() {
		assertThat(RemoteText.readable(null)).isEmpty();
	}

}
