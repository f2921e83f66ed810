package dev.certdeck.sandbox.v2;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples of Tencent's documentation (API 2.0, signature; CDN API 2.0).
 */
class V2SignatureTests {

	private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA";

	private static final String INSTANCES = "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Nonce=11886"
			+ "&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA&Timestamp=1465185768";

	@ParameterizedTest
	@CsvSource({ "HmacSHA256, 0EEm/HtGRr/VJXTAD9tYMth1Bzm3lLHz5RCDv1GdM8s=", "HmacSHA1, nPVnY6njQmwQ8ciqbPl5Qe+Oru4=" })
	void documentedSampleWithMethodMatches(String method, String signature) {
		String query = INSTANCES + "&SignatureMethod=" + method;
		assertThat(matches("cvm.api.qcloud.com", query, signature, KEY)).isTrue();
		assertThat(matches("cvm.api.qcloud.com", query + "x", signature, KEY)).isFalse();
		assertThat(matches("cvm2.api.qcloud.com", query, signature, KEY)).isFalse();
	}

	@Test
	void documentedSampleWithoutMethodMatches() {
		String query = "Action=DescribeInstances&Nonce=345122&Region=gz"
				+ "&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA&Timestamp=1408704141";
		assertThat(matches("cvm.api.qcloud.com", query, "HgIYOPcx5lN6gz8JsCFBNAWp2oQ=", KEY)).isTrue();
	}

	@Test
	void documentedSampleOfCdnMatches() {
		String query = "Action=DescribeCdnHosts&SecretId=AKIDT8G5AsY1D3MChWooNq1rFSw1fyBVCX9D"
				+ "&limit=10&Timestamp=1463122059&Nonce=13029&offset=0";
		assertThat(matches("cdn.api.qcloud.com", query, "bWMMAR1eFGjZ5KWbfxTlBiLiNLc=",
				"pxPgRWDbCy86ZYyqBTDk7WmeRZSmPco0"))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "aB=2&a.x=1, true", "a.x=1&aB=2, true", "aB=2&a_x=1, false" })
	void namesWithUnderscoresAreSortedBeforeOrAfterTheirReplacement(String signed, boolean good) {
		String signature = V2Signature.sign("POSTlocalhost:1/v2/index.php?" + signed, KEY, "HmacSHA1");
		V2Parameters sent = new V2Parameters(Map.of("a_x", "1", "aB", "2", "Signature", signature));
		V2Request request = new V2Request("POST", "localhost:1", "/v2/index.php", sent);
		assertThat(V2Signature.matches(request, KEY)).isEqualTo(good);
	}

	private static boolean matches(String host, String query, String signature, String key) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : query.split("&")) {
			parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
		}
		parameters.put("Signature", signature);
		return V2Signature.matches(new V2Request("GET", host, "/v2/index.php", new V2Parameters(parameters)), key);
	}

}
