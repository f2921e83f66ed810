package dev.certdeck.sandbox;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

import com.qcloud.Module.Base;
import com.qcloud.QcloudApiModuleCenter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tencent's own client for API 2.0 against the sandbox.
 */
class OfficialClientTests {

	private static Sandbox sandbox;

	private static TlsFront front;

	private static SSLSocketFactory original;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of());
		front = new TlsFront(sandbox.port());
		original = HttpsURLConnection.getDefaultSSLSocketFactory();
		HttpsURLConnection.setDefaultSSLSocketFactory(front.trusting());
	}

	@AfterAll
	static void stop() throws IOException {
		HttpsURLConnection.setDefaultSSLSocketFactory(original);
		front.close();
		sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, HmacSHA1", "GET, HmacSHA256", "POST, HmacSHA1", "POST, HmacSHA256" })
	void listsUploadsAndDeletes(String method, String signatureMethod) throws Exception {
		QcloudApiModuleCenter client = client(method);
		TestMaterial material = TestMaterial.elliptic("sdk.example.com", "www.sdk.example.com");
		JsonNode before = call(client, signatureMethod, "CertGetList", Map.of("count", 5));
		assertThat(before.at("/data/list")).hasSize(5);
		JsonNode uploaded = call(client, signatureMethod, "CertUpload", Map.of("cert", material.certificatePem(), "key",
				material.keyPem(), "certType", "SVR", "alias", "Über 证书 + & = %"));
		assertThat(uploaded.path("code").asInt()).as(uploaded.toString()).isZero();
		String id = uploaded.at("/data/id").asString();
		JsonNode found = call(client, signatureMethod, "CertGetList", Map.of("id", id)).at("/data/list/0");
		assertThat(found.path("alias").asString()).isEqualTo("Über 证书 + & = %");
		assertThat(found.path("domain").asString()).isEqualTo("sdk.example.com");
		JsonNode deleted = call(client, signatureMethod, "CertDelete", Map.of("id", id));
		assertThat(deleted.path("code").asInt()).as(deleted.toString()).isZero();
		JsonNode after = call(client, signatureMethod, "CertGetList", Map.of());
		assertThat(after.at("/data/totalNum")).isEqualTo(before.at("/data/totalNum"));
	}

	private static QcloudApiModuleCenter client(String method) {
		TreeMap<String, Object> config = new TreeMap<>(Map.of("SecretId", "AKIDsandbox", "SecretKey",
				"sandbox-secret-key", "RequestMethod", method, "DefaultRegion", ""));
		return new QcloudApiModuleCenter(new SandboxModule(front.authority()), config);
	}

	private static JsonNode call(QcloudApiModuleCenter client, String signatureMethod, String action,
			Map<String, Object> parameters) throws Exception {
		TreeMap<String, Object> all = new TreeMap<>(parameters);
		all.put("SignatureMethod", signatureMethod);
		return new JsonMapper().readTree(client.call(action, all));
	}

	/**
	 * The module of the SDK for a host of ours.
	 */
	private static final class SandboxModule extends Base {

		SandboxModule(String host) {
			this.serverHost = host;
		}

	}

}
