package dev.certdeck.tencent.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tc3} with the examples of Tencent's documentation ("Signature v3").
 */
@Tag("time-zone")
class Tc3Tests {

	private static final Credentials CREDENTIALS = new Credentials("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
			"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", null);

	private static final String HOST = "cvm.tencentcloudapi.com";

	@Test
	void signsTheExampleOfGet() {
		CanonicalRequest request = new CanonicalRequest("GET", "Limit=10&Offset=0", "application/x-www-form-urlencoded",
				HOST, new byte[0]);
		assertThat(request.hash()).startsWith("91c9c192").endsWith("f3a7");
		assertThat(Tc3.authorization(CREDENTIALS, "cvm", Instant.ofEpochSecond(1539084154), request))
			.isEqualTo("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2018-10-09/cvm/tc3_request, "
					+ "SignedHeaders=content-type;host, "
					+ "Signature=5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
	}

	@Test
	void signsTheExampleOfPost() {
		String body = "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
		CanonicalRequest request = new CanonicalRequest("POST", "", "application/json; charset=utf-8", HOST,
				body.getBytes(StandardCharsets.UTF_8));
		assertThat(Tc3.authorization(CREDENTIALS, "cvm", Instant.ofEpochSecond(1551113065), request))
			.endsWith("Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
	}

	@Test
	void takesTheDateOfUtc() {
		CanonicalRequest request = new CanonicalRequest("POST", "", "application/json", "h", new byte[0]);
		assertThat(Tc3.authorization(CREDENTIALS, "ssl", Instant.parse("2026-11-24T23:59:59Z"), request))
			.contains("/2026-11-24/ssl/tc3_request");
	}

	@Test
	void valuesOfHeadersAreSignedTrimmedAndInLowerCase() {
		CanonicalRequest plain = new CanonicalRequest("POST", "", "application/json", "h.example.com", new byte[0]);
		CanonicalRequest loud = new CanonicalRequest("POST", "", " Application/JSON ", "H.example.com", new byte[0]);
		assertThat(loud.hash()).isEqualTo(plain.hash());
	}

	@Test
	void requestDoesNotShowItsBody() {
		assertThat(new CanonicalRequest("POST", "", "application/json", "h", "marker".getBytes(StandardCharsets.UTF_8)))
			.asString()
			.doesNotContain("marker");
	}

}
