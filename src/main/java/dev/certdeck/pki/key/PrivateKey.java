package dev.certdeck.pki.key;

/**
 * The private half of a key pair. Implementations never show the key.
 */
public interface PrivateKey {

	/**
	 * Returns the public half that belongs to this one.
	 * @return the public half, worked out from the private one where that is possible
	 */
	PublicKey publicKey();

	/**
	 * Tells whether the parts of the key fit each other.
	 * @return {@code false} if the key is damaged
	 */
	boolean isConsistent();

	/**
	 * Tells whether what is made with this half is verified by a public half: a
	 * signature, or where the algorithm can't sign a secret that both sides agree on.
	 * @param other a public half
	 * @return {@code false} if the two are not a pair
	 */
	boolean matches(PublicKey other);

	/**
	 * Tries whether the key belongs to a public half.
	 * @param other the public half, of a certificate for example
	 * @return what came of it
	 */
	default Pairing pair(PublicKey other) {
		if (!publicKey().isSame(other)) {
			return Pairing.DIFFERENT;
		}
		return (isConsistent() && matches(other)) ? Pairing.PAIRED : Pairing.DAMAGED;
	}

}
