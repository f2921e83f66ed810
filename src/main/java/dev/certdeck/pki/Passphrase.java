package dev.certdeck.pki;

import java.util.Arrays;

/**
 * The passphrase of a key or the password of a container. It never shows its content.
 */
public final class Passphrase implements AutoCloseable {

	/**
	 * The greatest number of characters; some algorithms process all of them again for
	 * every few bytes.
	 */
	public static final int LONGEST = 1024;

	private final char[] content;

	/**
	 * Creates the passphrase.
	 * @param content the characters, which are wiped when it is closed
	 */
	public Passphrase(char[] content) {
		this.content = content;
	}

	/**
	 * Returns no passphrase.
	 * @return an empty one
	 */
	public static Passphrase none() {
		return new Passphrase(new char[0]);
	}

	/**
	 * Tells whether none was given.
	 * @return {@code true} if it is empty
	 */
	public boolean isEmpty() {
		return this.content.length == 0;
	}

	/**
	 * Tells whether it is longer than any that is tried.
	 * @return {@code true} if it is
	 */
	public boolean isTooLong() {
		return this.content.length > LONGEST;
	}

	char[] content() {
		return this.content;
	}

	/**
	 * Wipes the content.
	 */
	@Override
	public void close() {
		Arrays.fill(this.content, '\0');
	}

	/**
	 * Hides the content.
	 */
	@Override
	public String toString() {
		return "Passphrase";
	}

}
