package dev.certdeck.pki.key;

/**
 * A private key that was decoded.
 *
 * @param label the name of a PEM block that holds it in its form
 * @param encoded the key in its form, with the curve's name in an EC key
 * @param key the key itself
 */
public record DecodedKey(String label, byte[] encoded, PrivateKey key) {

	/**
	 * Names the algorithm alone.
	 */
	@Override
	public String toString() {
		return "DecodedKey[%s]".formatted(this.key.publicKey().algorithm().name());
	}

}
