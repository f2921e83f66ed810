package dev.certdeck.security;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.session.SessionIdGenerator;

/**
 * Generates session ids of 216 random bits, the most that the database column can hold as
 * text.
 */
class SessionIds implements SessionIdGenerator {

	private static final int BYTES = 27;

	private final SecureRandom random;

	SessionIds(SecureRandom random) {
		this.random = random;
	}

	@Override
	public String generate() {
		byte[] id = new byte[BYTES];
		this.random.nextBytes(id);
		return Base64.getUrlEncoder().encodeToString(id);
	}

}
