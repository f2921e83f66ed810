package dev.certdeck.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import com.tencentcloudapi.common.Sign;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of API 3.0, signed as its documentation says, for what Tencent's own clients
 * can't be made to do.
 */
public class V3TestCall {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = new JsonMapper();

	private static final String CONTENT_TYPE = "application/json";

	private static final String AUTHORIZATION = "TC3-HMAC-SHA256 Credential=%s/%s/tc3_request, "
			+ "SignedHeaders=content-type;host, Signature=%s";

	private final URI endpoint;

	private final Map<String, String> headers = new TreeMap<>();

	private String body = "{}";

	private String date;

	private String secretId = "AKIDsandbox";

	private String secretKey = "sandbox-secret-key";

	/**
	 * Prepares a call of ssl.
	 * @param url where the sandbox listens
	 * @param action the action
	 */
	public V3TestCall(String url, String action) {
		this.endpoint = URI.create(url + "/");
		this.headers.putAll(Map.of("X-TC-Action", action, "X-TC-Version", "2019-12-05", "X-TC-Region", "ap-guangzhou"));
		at(Instant.now());
	}

	/**
	 * Sets a header.
	 * @param name its name
	 * @param value its value
	 * @return this call
	 */
	public V3TestCall header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	V3TestCall without(String name) {
		this.headers.remove(name);
		return this;
	}

	/**
	 * Sets the parameters.
	 * @param json the parameters as JSON
	 * @return this call
	 */
	public V3TestCall body(String json) {
		this.body = json;
		return this;
	}

	V3TestCall at(Instant time) {
		this.date = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
		return header("X-TC-Timestamp", String.valueOf(time.getEpochSecond()));
	}

	V3TestCall date(String date) {
		this.date = date;
		return this;
	}

	V3TestCall secretId(String secretId) {
		this.secretId = secretId;
		return this;
	}

	V3TestCall secretKey(String secretKey) {
		this.secretKey = secretKey;
		return this;
	}

	/**
	 * Sends the call.
	 * @return the parts of the answer
	 */
	public JsonNode post() {
		return JSON.readTree(send().body()).path("Response");
	}

	HttpResponse<String> send() {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.endpoint)
			.header("Content-Type", CONTENT_TYPE)
			.POST(BodyPublishers.ofString(this.body));
		this.headers.putIfAbsent("Authorization", authorization());
		this.headers.forEach(request::header);
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String authorization() {
		String scope = this.date + "/ssl";
		try {
			String canonical = "POST\n/\n\ncontent-type:" + CONTENT_TYPE + "\nhost:" + this.endpoint.getAuthority()
					+ "\n\ncontent-type;host\n" + Sign.sha256Hex(this.body.getBytes(StandardCharsets.UTF_8));
			String text = "TC3-HMAC-SHA256\n" + this.headers.get("X-TC-Timestamp") + "\n" + scope + "/tc3_request\n"
					+ Sign.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8));
			byte[] key = Sign.hmac256(("TC3" + this.secretKey).getBytes(StandardCharsets.UTF_8), this.date);
			key = Sign.hmac256(Sign.hmac256(key, "ssl"), "tc3_request");
			return AUTHORIZATION.formatted(this.secretId, scope, HexFormat.of().formatHex(Sign.hmac256(key, text)));
		}
		catch (TencentCloudSDKException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
