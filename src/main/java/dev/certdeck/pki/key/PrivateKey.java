package dev.certdeck.pki.key;

/**
 * A private key. Implementations never show its content.
 */
public interface PrivateKey {

	/**
	 * Returns the public key that belongs to this one.
	 * @return the derived public key, or the one that an EC or DSA key states
	 */
	PublicKey publicKey();

	/**
	 * Tells whether the parts of the key fit each other.
	 * @return {@code false} if the key is damaged
	 */
	boolean isConsistent();

	/**
	 * Tells whether a public key verifies a signature of this key or, if the algorithm
	 * can't sign, is the one that is derived from it.
	 * @param other a public key
	 * @return {@code false} if the two are not a pair
	 */
	boolean matches(PublicKey other);

	/**
	 * Tries whether the key belongs to a public key.
	 * @param other the public key, of a certificate for example
	 * @return the result
	 */
	default Pairing pair(PublicKey other) {
		if (!publicKey().isSame(other)) {
			return Pairing.DIFFERENT;
		}
		return (isConsistent() && matches(other)) ? Pairing.PAIRED : Pairing.DAMAGED;
	}

}
