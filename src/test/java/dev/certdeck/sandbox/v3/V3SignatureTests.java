package dev.certdeck.sandbox.v3;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The examples of Tencent's documentation of TC3-HMAC-SHA256, and what they leave open.
 */
class V3SignatureTests {

	private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

	private static final String POST_SIGNATURE = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

	private static final String BODY = """
			{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}""";

	@Test
	void getOfTheDocumentation() {
		V3Request request = new V3Request("GET", "Limit=10&Offset=0", Map.of("content-type",
				"application/x-www-form-urlencoded", "host", "cvm.tencentcloudapi.com", "x-tc-timestamp", "1539084154"),
				new byte[0]);
		assertThat(V3Signature.matches(request, authorization("2018-10-09", "cvm", "content-type;host",
				"5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474"), KEY))
			.isTrue();
	}

	@Test
	void postOfTheDocumentation() {
		assertThat(V3Signature.matches(post(Map.of(), BODY), postAuthorization(), KEY)).isTrue();
	}

	@Test
	void everyPartIsSigned() {
		assertThat(V3Signature.matches(post(Map.of(), BODY + " "), postAuthorization(), KEY)).isFalse();
		assertThat(V3Signature.matches(post(Map.of(), BODY), postAuthorization(), KEY + "x")).isFalse();
		assertThat(V3Signature.matches(post(Map.of("host", "cvm.example.com"), BODY), postAuthorization(), KEY))
			.isFalse();
		assertThat(
				V3Signature.matches(post(Map.of("content-type", "application/json"), BODY), postAuthorization(), KEY))
			.isFalse();
		assertThat(V3Signature.matches(post(Map.of("x-tc-timestamp", "1551113066"), BODY), postAuthorization(), KEY))
			.isFalse();
		assertThat(V3Signature.matches(post(Map.of(), BODY),
				authorization("2019-02-25", "ssl", "content-type;host", POST_SIGNATURE), KEY))
			.isFalse();
	}

	@Test
	void headersCountTrimmedAndInLowerCase() {
		assertThat(V3Signature.matches(
				post(Map.of("content-type", " APPLICATION/json; charset=utf-8 ", "host", "CVM.tencentcloudapi.com"),
						BODY),
				postAuthorization(), KEY))
			.isTrue();
	}

	@Test
	void furtherHeadersAreSignedWhenTheClientNamesThem() {
		V3Request request = post(Map.of("x-tc-action", "DescribeInstances"), BODY);
		List<String> signed = List.of("content-type", "host", "x-tc-action");
		assertThat(V3Signature.canonical(request, "cvm.tencentcloudapi.com", signed))
			.contains("host:cvm.tencentcloudapi.com\nx-tc-action:describeinstances\n\ncontent-type;host;x-tc-action\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ssl.tencentcloudapi.com", "clb.tencentcloudapi.com", "clb.intl.tencentcloudapi.com",
			"bmlb.tencentcloudapi.com" })
	void signatureForATencentHostIsGoodAnywhere(String host) {
		V3Request request = post(Map.of("host", "localhost:8089"), BODY);
		String signature = V3Signature.sign(request, host, postAuthorization(), KEY);
		assertThat(
				V3Signature.matches(request, authorization("2019-02-25", "cvm", "content-type;host", signature), KEY))
			.isTrue();
	}

	@Test
	void unsignedPayloadMayBeAnything() {
		Map<String, String> unsigned = Map.of("x-tc-content-sha256", "UNSIGNED-PAYLOAD");
		String signature = V3Signature.sign(post(unsigned, "{}"), "cvm.tencentcloudapi.com", postAuthorization(), KEY);
		Authorization authorization = authorization("2019-02-25", "cvm", "content-type;host", signature);
		assertThat(V3Signature.matches(post(unsigned, BODY), authorization, KEY)).isTrue();
		assertThat(V3Signature.matches(post(Map.of(), BODY), authorization, KEY)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic dXNlcjpwYXNz", "TC3-HMAC-SHA256 Credential=AKID/2019-02-25/cvm/tc3_request",
			"TC3-HMAC-SHA256 Credential=AKID/2019-02-25/cvm/tc3_request, SignedHeaders=host, Signature="
					+ POST_SIGNATURE,
			"TC3-HMAC-SHA256 Credential=AKID/2019-02-25/tc3_request, SignedHeaders=content-type;host, Signature="
					+ POST_SIGNATURE,
			"TC3-HMAC-SHA256 Credential=AKID/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e4" })
	void illFormedAuthorizationIsRefused(String header) {
		assertThatExceptionOfType(V3Exception.class).isThrownBy(() -> Authorization.parse(header))
			.satisfies((ex) -> assertThat(ex.json()).contains("\"AuthFailure.InvalidAuthorization\""));
	}

	private static V3Request post(Map<String, String> other, String body) {
		Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json; charset=utf-8", "host",
				"cvm.tencentcloudapi.com", "x-tc-timestamp", "1551113065"));
		headers.putAll(other);
		return new V3Request("POST", "", headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private static Authorization postAuthorization() {
		return authorization("2019-02-25", "cvm", "content-type;host", POST_SIGNATURE);
	}

	private static Authorization authorization(String date, String service, String signedHeaders, String signature) {
		return Authorization.parse("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/" + date + "/"
				+ service + "/tc3_request, SignedHeaders=" + signedHeaders + ", Signature=" + signature);
	}

}
