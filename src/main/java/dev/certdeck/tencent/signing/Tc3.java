package dev.certdeck.tencent.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature TC3-HMAC-SHA256 of API 3.0 ("Signature v3", steps 2 to 4).
 */
public final class Tc3 {

	private static final String ALGORITHM = "TC3-HMAC-SHA256";

	private static final String HMAC = "HmacSHA256";

	private static final String TERMINATOR = "tc3_request";

	private Tc3() {
	}

	/**
	 * Signs a request.
	 * @param credentials the credentials, with a key that is not empty
	 * @param service the service, such as {@code ssl}
	 * @param at the time in the header {@code X-TC-Timestamp}
	 * @param request the request
	 * @return the value of the header {@code Authorization}
	 */
	public static String authorization(Credentials credentials, String service, Instant at, CanonicalRequest request) {
		String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
		String scope = String.join("/", date, service, TERMINATOR);
		String text = String.join("\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, request.hash());
		byte[] key = ("TC3" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8);
		for (String part : new String[] { date, service, TERMINATOR }) {
			key = hmac(key, part);
		}
		return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s".formatted(ALGORITHM, credentials.secretId(), scope,
				CanonicalRequest.SIGNED_HEADERS, HexFormat.of().formatHex(hmac(key, text)));
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(key, HMAC));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(HMAC + " is not available", ex);
		}
	}

	static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
