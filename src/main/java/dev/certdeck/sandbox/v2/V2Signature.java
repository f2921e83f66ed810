package dev.certdeck.sandbox.v2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signatures (API 2.0, "Signature"): HmacSHA256 if the request names it,
 * HmacSHA1 otherwise. A client may sort names with underscores before or after their
 * replacement.
 */
final class V2Signature {

	/**
	 * Tencent's hosts. A signature for one of them is accepted too.
	 */
	private static final Set<String> TENCENT_HOSTS = Set.of("wss.api.qcloud.com", "lb.api.qcloud.com",
			"cdn.api.qcloud.com", "bmlb.api.qcloud.com", "bm.api.qcloud.com");

	private static final Comparator<String> AS_SENT = Comparator.naturalOrder();

	private static final Comparator<String> DOTTED = Comparator.comparing(V2Parameters::dotted)
		.thenComparing(Comparator.naturalOrder());

	private V2Signature() {
	}

	static boolean matches(V2Request request, String secretKey) {
		byte[] given = bytes(request.parameters().required("Signature"));
		return plainTexts(request)
			.anyMatch((text) -> MessageDigest.isEqual(bytes(sign(text, secretKey, algorithm(request))), given));
	}

	private static Stream<String> plainTexts(V2Request request) {
		List<String> hosts = Stream.concat(Stream.of(request.host()), TENCENT_HOSTS.stream()).toList();
		return Stream.of(AS_SENT, DOTTED)
			.map((order) -> joined(request.parameters().asSent(), order))
			.distinct()
			.flatMap((parameters) -> hosts.stream()
				.map((host) -> request.method() + host + request.path() + "?" + parameters));
	}

	private static String joined(Map<String, String> parameters, Comparator<String> order) {
		Map<String, String> sorted = new TreeMap<>(order);
		sorted.putAll(parameters);
		sorted.remove("Signature");
		return sorted.entrySet()
			.stream()
			.map((parameter) -> V2Parameters.dotted(parameter.getKey()) + "=" + parameter.getValue())
			.collect(Collectors.joining("&"));
	}

	private static String algorithm(V2Request request) {
		String method = request.parameters().find("SignatureMethod").orElse("");
		return "HmacSHA256".equals(method) ? "HmacSHA256" : "HmacSHA1";
	}

	static String sign(String plainText, String secretKey, String algorithm) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(bytes(secretKey), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(bytes(plainText)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot compute " + algorithm, ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
