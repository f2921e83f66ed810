package dev.certdeck.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of API 2.0, signed as its documentation says.
 */
public class TestCall {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = new JsonMapper();

	private final URI endpoint;

	private final Map<String, String> parameters = new TreeMap<>();

	private String secretKey = "sandbox-secret-key";

	private String host;

	/**
	 * Prepares a call.
	 * @param url where the sandbox listens
	 * @param action the action
	 */
	public TestCall(String url, String action) {
		this.endpoint = URI.create(url + "/v2/index.php");
		this.host = this.endpoint.getAuthority();
		this.parameters.putAll(Map.of("Action", action, "SecretId", "AKIDsandbox", "SignatureMethod", "HmacSHA256",
				"Timestamp", String.valueOf(Instant.now().getEpochSecond()), "Nonce",
				String.valueOf(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE))));
	}

	/**
	 * Reads every row of the list of certificates.
	 * @param url where the sandbox listens
	 * @return the rows
	 */
	public static List<JsonNode> rows(String url) {
		List<JsonNode> rows = new ArrayList<>();
		for (int page = 1;; page++) {
			JsonNode list = new TestCall(url, "CertGetList").with("count", 100)
				.with("page", page)
				.post()
				.at("/data/list");
			list.forEach(rows::add);
			if (list.isEmpty()) {
				return rows;
			}
		}
	}

	/**
	 * Adds a parameter.
	 * @param name its name
	 * @param value its value
	 * @return this call
	 */
	public TestCall with(String name, Object value) {
		this.parameters.put(name, String.valueOf(value));
		return this;
	}

	TestCall without(String name) {
		this.parameters.remove(name);
		return this;
	}

	TestCall secretKey(String secretKey) {
		this.secretKey = secretKey;
		return this;
	}

	TestCall signedForHost(String host) {
		this.host = host;
		return this;
	}

	JsonNode get() {
		return JSON.readTree(send("GET").body());
	}

	/**
	 * Sends the call by POST.
	 * @return the answer
	 */
	public JsonNode post() {
		return JSON.readTree(send("POST").body());
	}

	HttpResponse<String> send(String method) {
		try {
			return HTTP.send(request(method), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest request(String method) {
		Map<String, String> signed = new TreeMap<>(this.parameters);
		signed.putIfAbsent("Signature", sign(method));
		String form = signed.entrySet()
			.stream()
			.map((parameter) -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
			.collect(Collectors.joining("&"));
		if (method.equals("GET")) {
			return HttpRequest.newBuilder(URI.create(this.endpoint + "?" + form)).build();
		}
		return HttpRequest.newBuilder(this.endpoint)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
	}

	private String sign(String method) {
		String text = this.parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey().replace('_', '.') + "=" + parameter.getValue())
			.collect(Collectors.joining("&", method + this.host + "/v2/index.php?", ""));
		String algorithm = this.parameters.getOrDefault("SignatureMethod", "HmacSHA1");
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(this.secretKey.getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
