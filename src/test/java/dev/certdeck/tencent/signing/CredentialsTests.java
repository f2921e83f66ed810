package dev.certdeck.tencent.signing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Credentials}.
 */
class CredentialsTests {

	@Test
	void showsNeitherKeyNorToken() {
		assertThat(new Credentials("AKIDx", "very-secret", "very-private")).asString()
			.contains("AKIDx")
			.doesNotContain("very-secret", "very-private");
	}

	@Test
	void isCompleteWithIdAndKey() {
		assertThat(new Credentials("AKIDx", "secret", null).isComplete()).isTrue();
		assertThat(new Credentials("AKIDx", " ", null).isComplete()).isFalse();
		assertThat(new Credentials("", "secret", null).isComplete()).isFalse();
	}

}
