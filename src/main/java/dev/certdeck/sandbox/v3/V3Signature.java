package dev.certdeck.sandbox.v3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signatures (API 3.0, "Signature v3", TC3-HMAC-SHA256).
 */
final class V3Signature {

	private static final String ALGORITHM = "TC3-HMAC-SHA256";

	private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

	/**
	 * Tencent's hosts. A signature for one of them is accepted too.
	 */
	private static final List<String> TENCENT_HOSTS = Stream.of("ssl", "clb", "bmlb")
		.flatMap((service) -> Stream.of(service + ".tencentcloudapi.com", service + ".intl.tencentcloudapi.com"))
		.toList();

	private V3Signature() {
	}

	static boolean matches(V3Request request, Authorization authorization, String secretKey) {
		return Stream.concat(request.header("host").stream(), TENCENT_HOSTS.stream())
			.map((host) -> sign(request, host, authorization, secretKey))
			.anyMatch((signature) -> MessageDigest.isEqual(bytes(signature), bytes(authorization.signature())));
	}

	static String sign(V3Request request, String host, Authorization authorization, String secretKey) {
		String text = String.join("\n", ALGORITHM, request.required("X-TC-Timestamp"), authorization.scope(),
				hash(bytes(canonical(request, host, authorization.signedHeaders()))));
		byte[] key = hmac(bytes("TC3" + secretKey), authorization.date());
		key = hmac(hmac(key, authorization.service()), "tc3_request");
		return HexFormat.of().formatHex(hmac(key, text));
	}

	/**
	 * Returns the canonical request.
	 * @param request the request
	 * @param host the host that it is signed for
	 * @param signedHeaders the names of the headers that are signed
	 * @return the text whose hash is signed
	 */
	static String canonical(V3Request request, String host, List<String> signedHeaders) {
		String headers = signedHeaders.stream()
			.map((name) -> name + ":" + value(request, host, name) + "\n")
			.collect(Collectors.joining());
		return String.join("\n", request.method(), "/", request.query(), headers, String.join(";", signedHeaders),
				payloadHash(request));
	}

	private static String value(V3Request request, String host, String name) {
		String value = name.equals("host") ? host : request.header(name).orElse("");
		return value.trim().toLowerCase(Locale.ROOT);
	}

	private static String payloadHash(V3Request request) {
		boolean unsigned = request.header("X-TC-Content-SHA256").filter(UNSIGNED_PAYLOAD::equals).isPresent();
		return hash(unsigned ? bytes(UNSIGNED_PAYLOAD) : request.body());
	}

	private static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot compute SHA-256", ex);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot compute HmacSHA256", ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
