package dev.certdeck.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.web.csrf.CsrfToken;

/**
 * Creates CSRF tokens that are part of a form's address, so that they can be checked
 * before the form is read. Such a token is valid for its address alone and does not
 * reveal the session's token, since addresses are logged by proxies.
 */
public final class FormTokens {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SALT = 16;

	private final Supplier<CsrfToken> token;

	private final Random random;

	FormTokens(Supplier<CsrfToken> token, Random random) {
		this.token = token;
		this.random = random;
	}

	/**
	 * Creates a token.
	 * @param path the address, without the path of the application
	 * @return the token
	 */
	public String of(String path) {
		byte[] salt = new byte[SALT];
		this.random.nextBytes(salt);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(salt, path, this.token.get()));
	}

	static boolean isFor(String text, String path, CsrfToken token) {
		try {
			byte[] given = Base64.getUrlDecoder().decode(text);
			return given.length > SALT && MessageDigest.isEqual(given, sealed(Arrays.copyOf(given, SALT), path, token));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static byte[] sealed(byte[] salt, String path, CsrfToken token) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(token.getToken().getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update(salt);
			byte[] seal = mac.doFinal(path.getBytes(StandardCharsets.UTF_8));
			byte[] sealed = Arrays.copyOf(salt, SALT + seal.length);
			System.arraycopy(seal, 0, sealed, SALT, seal.length);
			return sealed;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
