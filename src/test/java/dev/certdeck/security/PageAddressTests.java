package dev.certdeck.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageAddress}.
 */
class PageAddressTests {

	private static final String LINE = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCugK2HC0poAxgk";

	@ParameterizedTest
	@ValueSource(strings = { "q=example&status=1&status=3&page=2", "host=a-rather-long-name.prod.example.com",
			"back=q%3Dshop%26status%3D3", "person=Robin%20Okafor&from=2026-01-01", "q=%E8%AF%81%E4%B9%A6",
			"sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" })
	void queryOfAPageIsKept(String query) {
		assertThat(PageAddress.query(query)).isEqualTo(query);
	}

	@ParameterizedTest
	@ValueSource(strings = { LINE, "key=" + LINE, "key=short", "q=" + LINE, "sha256=" + LINE, "host=" + LINE,
			"back=q%3D" + LINE, "back=" + LINE, "back=key%3Dx", "q=-----BEGIN%20PRIVATE%20KEY-----%0A" + LINE,
			"q=%4DIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj", "=x", "q", "" })
	void anythingElseIsNot(String query) {
		assertThat(PageAddress.query(query)).isNull();
	}

	@Test
	void restOfAQueryIsKept() {
		assertThat(PageAddress.query("q=shop&key=" + LINE + "&page=2")).isEqualTo("q=shop&page=2");
		assertThat(PageAddress.query("status=1&".repeat(900))).hasSizeLessThan(400);
		assertThat(PageAddress.query(null)).isNull();
	}

	@Test
	void pathOfNoPageIsNotKept() {
		assertThat(PageAddress.path("/certs/certificates/GjTNRoK7/delete")).isPresent();
		assertThat(PageAddress.path("/audit/123456789012345678/chain.pem")).isPresent();
		assertThat(PageAddress.path("/certificates/" + LINE)).isEmpty();
		assertThat(PageAddress.path("/x".repeat(500))).isEmpty();
	}

}
