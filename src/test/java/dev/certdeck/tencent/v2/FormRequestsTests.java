package dev.certdeck.tencent.v2;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import dev.certdeck.tencent.Endpoints;
import dev.certdeck.tencent.FakeCloud;
import dev.certdeck.tencent.SignedRequest;
import dev.certdeck.tencent.signing.Credentials;
import dev.certdeck.tencent.signing.StringToSign;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormRequests} and {@link Endpoints}.
 */
@Tag("time-zone")
class FormRequestsTests {

	private static final String PEM = "-----BEGIN X-----\r\na+b/c= &%\u8bc1\n-----END X-----\n";

	@Test
	void signsTheVeryParametersOfTheForm() {
		SignedRequest request = requests("https://{module}.api.qcloud.com/v2/index.php", null).sign(CloudModule.WSS,
				"CertUpload", Map.of("cert", PEM, "under_score", "x_y"));
		Map<String, String> parameters = new LinkedHashMap<>(parameters(request));
		String signature = parameters.remove("Signature");
		assertThat(parameters).containsEntry("Action", "CertUpload")
			.containsEntry("Region", "ap-guangzhou")
			.containsEntry("Timestamp", "1500000000")
			.containsEntry("SecretId", "AKIDtest")
			.containsEntry("SignatureMethod", "HmacSHA256")
			.containsEntry("cert", PEM)
			.containsEntry("under_score", "x_y")
			.doesNotContainKey("Token");
		assertThat(Long.parseLong(parameters.get("Nonce"))).isPositive();
		StringToSign text = StringToSign.of("POST", "wss.api.qcloud.com", "/v2/index.php", parameters);
		assertThat(signature).isEqualTo(text.sign("test-key", "HmacSHA256"));
	}

	@Test
	void putsNothingIntoTheUrl() {
		SignedRequest request = requests("http://127.0.0.1:8089/v2/index.php", null).sign(CloudModule.CDN, "A",
				Map.of("key", "very-private"));
		assertThat(request.uri()).hasToString("http://127.0.0.1:8089/v2/index.php");
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request).asString().doesNotContain("very-private");
	}

	@Test
	void usesAnotherNonceEachTime() {
		FormRequests requests = requests("http://127.0.0.1:8089/v2/index.php", null);
		assertThat(parameters(requests.sign(CloudModule.WSS, "A", Map.of())).get("Nonce"))
			.isNotEqualTo(parameters(requests.sign(CloudModule.WSS, "A", Map.of())).get("Nonce"));
	}

	@Test
	void sendsTheTokenOfTemporaryCredentialsAndTheRegionOfTheCall() {
		SignedRequest request = requests("http://127.0.0.1:8089/v2/index.php", "token").sign(CloudModule.BMLB, "A",
				Map.of("Region", "bj"));
		assertThat(parameters(request)).containsEntry("Token", "token").containsEntry("Region", "bj");
	}

	private static FormRequests requests(String endpoint, @Nullable String token) {
		return new FormRequests(new Endpoints(endpoint, Map.of(), "/v2/index.php"),
				() -> new Credentials("AKIDtest", "test-key", token), "ap-guangzhou",
				Clock.fixed(TestCloud.NOW, ZoneOffset.UTC), new Random(1));
	}

	private static Map<String, String> parameters(SignedRequest request) {
		return new FakeCloud.Call("", "", "", "", new String(request.body(), StandardCharsets.US_ASCII)).parameters();
	}

}
