package dev.certdeck.tencent.signing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StringToSign}, by examples of Tencent's documentation of API 2.0,
 * "Signature" and "CDN, Calling Method".
 */
class StringToSignTests {

	private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA";

	private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";

	private static final String PATH = "/v2/index.php";

	@Test
	void signsWithSha256() {
		StringToSign text = StringToSign.of("GET", "cvm.api.qcloud.com", PATH, describeInstances("HmacSHA256"));
		assertThat(text.value()).isEqualTo("GETcvm.api.qcloud.com/v2/index.php?Action=DescribeInstances"
				+ "&InstanceIds.0=ins-09dx96dg&Nonce=11886&Region=ap-guangzhou&SecretId=" + ID
				+ "&SignatureMethod=HmacSHA256&Timestamp=1465185768");
		assertThat(text.sign(KEY, "HmacSHA256")).isEqualTo("0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s=");
	}

	@Test
	void signsWithSha1() {
		StringToSign text = StringToSign.of("GET", "cvm.api.qcloud.com", PATH, describeInstances("HmacSHA1"));
		assertThat(text.sign(KEY, "HmacSHA1")).isEqualTo("nPVnY6njQmwQ8ciqbPl5Qe+Oru4=");
	}

	@Test
	void signsWithSha1WithoutNamingTheMethod() {
		StringToSign text = StringToSign.of("GET", "cvm.api.qcloud.com", PATH, Map.of("Action", "DescribeInstances",
				"Nonce", "345122", "Region", "gz", "SecretId", ID, "Timestamp", "1408704141"));
		assertThat(text.sign(KEY, "HmacSHA1")).isEqualTo("HgIYOPcx5lN6gz8JsCFBNAWp2oQ=");
	}

	@Test
	void signsUpperCaseNamesBeforeLowerCaseOnes() {
		StringToSign text = StringToSign.of("GET", "cdn.api.qcloud.com", PATH,
				Map.of("offset", "0", "limit", "10", "Timestamp", "1463122059", "SecretId",
						"AKIDT8G5AsY1D3MChWooNq1rFSw1fyBVCX9D", "Nonce", "13029", "Action", "DescribeCdnHosts"));
		assertThat(text.value()).endsWith("&Timestamp=1463122059&limit=10&offset=0");
		assertThat(text.sign("pxPgRWDbCy86ZYyqBTDk7WmeRZSmPco0", "HmacSHA1")).isEqualTo("bWMMAR1eFGjZ5KWbfxTlBiLiNLc=");
	}

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

	private static Map<String, String> describeInstances(String method) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("SignatureMethod", method);
		parameters.put("Timestamp", "1465185768");
		parameters.put("SecretId", ID);
		parameters.put("Region", "ap-guangzhou");
		parameters.put("Nonce", "11886");
		parameters.put("InstanceIds.0", "ins-09dx96dg");
		parameters.put("Action", "DescribeInstances");
		return parameters;
	}

}
