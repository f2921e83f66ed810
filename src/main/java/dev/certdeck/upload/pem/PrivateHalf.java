package dev.certdeck.upload.pem;

/**
 * The private half of a key pair. Implementations never show the key.
 */
interface PrivateHalf {

	/**
	 * Returns the public half that belongs to this one.
	 * @return the public half, worked out from the private one where that is possible
	 */
	PublicHalf publicHalf();

	/**
	 * Tells whether the parts of the key fit each other and a signature made with it is
	 * verified by a public half.
	 * @param other the public half
	 * @return {@code false} if the key is damaged or another one
	 */
	boolean proves(PublicHalf other);

}
