package dev.certdeck.tencent.v3;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.tencent.Endpoints;
import dev.certdeck.tencent.SignedRequest;
import dev.certdeck.tencent.signing.CanonicalRequest;
import dev.certdeck.tencent.signing.Credentials;
import dev.certdeck.tencent.signing.Tc3;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the requests of API 3.0: JSON, with the common parameters and the signature in
 * headers. The URL carries no parameters.
 */
class JsonRequests {

	private static final String METHOD = "POST";

	private static final String CONTENT_TYPE = "application/json; charset=utf-8";

	private final JsonMapper json = JsonMapper.builder().build();

	private final Endpoints endpoints;

	private final Supplier<Credentials> credentials;

	private final Clock clock;

	/**
	 * Creates the factory.
	 * @param endpoints the URLs of the services
	 * @param credentials supplies the credentials of each call
	 * @param clock tells the time of each request
	 */
	JsonRequests(Endpoints endpoints, Supplier<Credentials> credentials, Clock clock) {
		this.endpoints = endpoints;
		this.credentials = credentials;
		this.clock = clock;
	}

	String host(Service service) {
		return this.endpoints.host(service.label());
	}

	SignedRequest sign(Service service, String action, String region, Map<String, Object> parameters) {
		Credentials caller = this.credentials.get();
		Instant now = this.clock.instant();
		byte[] body = this.json.writeValueAsBytes(parameters);
		CanonicalRequest request = new CanonicalRequest(METHOD, "", CONTENT_TYPE, host(service), body);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Authorization", Tc3.authorization(caller, service.label(), now, request));
		headers.put("Content-Type", CONTENT_TYPE);
		headers.put("Accept", "application/json");
		headers.put("User-Agent", "Certdeck");
		headers.put("X-TC-Action", action);
		headers.put("X-TC-Version", service.version());
		headers.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
		headers.put("X-TC-Language", "en-US");
		if (!region.isBlank()) {
			headers.put("X-TC-Region", region);
		}
		if (caller.token() != null) {
			headers.put("X-TC-Token", caller.token());
		}
		return new SignedRequest(METHOD, this.endpoints.uri(service.label()), headers, body);
	}

}
