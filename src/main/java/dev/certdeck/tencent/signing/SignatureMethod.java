package dev.certdeck.tencent.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The methods by which calls of API 2.0 are signed.
 */
public enum SignatureMethod {

	/**
	 * What the cloud assumes when a call names no method.
	 */
	HMAC_SHA1("HmacSHA1"),

	/**
	 * The stronger method.
	 */
	HMAC_SHA256("HmacSHA256");

	private final String value;

	SignatureMethod(String value) {
		this.value = value;
	}

	/**
	 * Returns the method's name in the parameter {@code SignatureMethod}.
	 * @return the name, which is Java's name of the algorithm too
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Signs a text.
	 * @param secretKey the key, not empty
	 * @param text the text
	 * @return the signature in Base64
	 */
	public String sign(String secretKey, StringToSign text) {
		try {
			Mac mac = Mac.getInstance(this.value);
			mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), this.value));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.value().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(this.value + " is not available", ex);
		}
	}

}
