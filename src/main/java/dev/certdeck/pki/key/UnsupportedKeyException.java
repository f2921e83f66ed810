package dev.certdeck.pki.key;

/**
 * Thrown when the algorithm of a private key is not supported.
 */
public class UnsupportedKeyException extends RuntimeException {

	private final transient KeyAlgorithm algorithm;

	/**
	 * Creates the exception.
	 * @param algorithm the key's algorithm
	 */
	public UnsupportedKeyException(KeyAlgorithm algorithm) {
		super("Unsupported key:  " + algorithm.name());
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
