package dev.certdeck.sandbox.cloud;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Creates unique IDs of eight letters and digits, the same for the same seed.
 */
public class CertificateIds {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private final Random random;

	private final Set<String> issued = new HashSet<>();

	public CertificateIds(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Creates the next ID.
	 * @return the ID
	 */
	public synchronized String next() {
		String id = letters(8);
		return this.issued.add(id) ? id : next();
	}

	private String letters(int count) {
		StringBuilder letters = new StringBuilder(count);
		for (int i = 0; i < count; i++) {
			letters.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return letters.toString();
	}

}
