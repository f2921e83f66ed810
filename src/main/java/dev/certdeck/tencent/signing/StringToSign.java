package dev.certdeck.tencent.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The string to sign of a call of API 2.0 ("Signature", steps 2.1 to 2.3).
 *
 * @param value the text; it holds every parameter of the call, private keys included
 */
public record StringToSign(String value) {

	/**
	 * Builds the text of a call.
	 * @param method the HTTP method in upper case
	 * @param host the host as the {@code Host} header names it
	 * @param path the path of the URL
	 * @param parameters all parameters but the signature, names and values as they are
	 * before any encoding
	 * @return the text
	 */
	public static StringToSign of(String method, String host, String path, Map<String, String> parameters) {
		return new StringToSign(method + host + path + "?" + joined(parameters));
	}

	private static String joined(Map<String, String> parameters) {
		return new TreeMap<>(parameters).entrySet()
			.stream()
			.map((parameter) -> parameter.getKey().replace('_', '.') + "=" + parameter.getValue())
			.collect(Collectors.joining("&"));
	}

	/**
	 * Signs the text.
	 * @param secretKey the key, not empty
	 * @param algorithm the algorithm as both Java and the parameter
	 * {@code SignatureMethod} name it, such as {@code HmacSHA256}
	 * @return the signature in Base64
	 */
	public String sign(String secretKey, String algorithm) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), algorithm));
			return Base64.getEncoder().encodeToString(mac.doFinal(this.value.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(algorithm + " is not available", ex);
		}
	}

	/**
	 * Describes the text without its content.
	 */
	@Override
	public String toString() {
		return "StringToSign[%d characters]".formatted(this.value.length());
	}

}
