package dev.certdeck.tencent.v2;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Message;
import dev.certdeck.tencent.Endpoints;
import dev.certdeck.tencent.SignedRequest;
import dev.certdeck.tencent.signing.Credentials;
import dev.certdeck.tencent.signing.StringToSign;

/**
 * Creates the requests of API 2.0: forms with the common parameters and a signature. The
 * URL carries no parameters.
 */
class FormRequests {

	private static final String METHOD = "POST";

	private static final String SIGNATURE_METHOD = "HmacSHA256";

	private static final Map<String, String> HEADERS = Map.of("Content-Type",
			"application/x-www-form-urlencoded; charset=UTF-8", "Accept", "application/json", "User-Agent", "Certdeck");

	private final Endpoints endpoints;

	private final Supplier<Credentials> credentials;

	private final String region;

	private final Clock clock;

	private final RandomGenerator random;

	/**
	 * Creates the factory.
	 * @param endpoints the URLs of the modules
	 * @param credentials supplies the credentials of each call
	 * @param region the region of calls that name none, may be empty
	 * @param clock tells the time of each request
	 * @param random makes each request unique
	 */
	FormRequests(Endpoints endpoints, Supplier<Credentials> credentials, String region, Clock clock,
			RandomGenerator random) {
		this.endpoints = endpoints;
		this.credentials = credentials;
		this.region = region;
		this.clock = clock;
		this.random = random;
	}

	String host(CloudModule module) {
		return this.endpoints.host(Message.key(module));
	}

	SignedRequest sign(CloudModule module, String action, Map<String, String> parameters) {
		Credentials caller = this.credentials.get();
		URI uri = this.endpoints.uri(Message.key(module));
		Map<String, String> all = common(action, caller);
		all.putAll(parameters);
		StringToSign text = StringToSign.of(METHOD, host(module), uri.getPath(), all);
		all.put("Signature", text.sign(caller.secretKey(), SIGNATURE_METHOD));
		return new SignedRequest(METHOD, uri, HEADERS, form(all));
	}

	private Map<String, String> common(String action, Credentials caller) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("Action", action);
		if (!this.region.isBlank()) {
			parameters.put("Region", this.region);
		}
		parameters.put("Timestamp", Long.toString(this.clock.instant().getEpochSecond()));
		parameters.put("Nonce", Integer.toString(this.random.nextInt(1, Integer.MAX_VALUE)));
		parameters.put("SecretId", caller.secretId());
		parameters.put("SignatureMethod", SIGNATURE_METHOD);
		if (caller.token() != null) {
			parameters.put("Token", caller.token());
		}
		return parameters;
	}

	private static byte[] form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((parameter) -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
