package dev.certdeck.pki.key;

/**
 * Thrown when a private key is of a kind that is not read.
 */
public class UnsupportedKeyException extends RuntimeException {

	private final transient KeyAlgorithm algorithm;

	/**
	 * Creates the exception.
	 * @param algorithm the key's algorithm
	 */
	public UnsupportedKeyException(KeyAlgorithm algorithm) {
		super("Not a kind of key that is read: " + algorithm.name());
		this.algorithm = algorithm;
	}

	/**
	 * Returns the key's algorithm.
	 * @return the algorithm
	 */
	public KeyAlgorithm algorithm() {
		return this.algorithm;
	}

}
