package dev.certdeck.pki.key;

/**
 * A private key that was decoded.
 *
 * @param label the name of a PEM block that holds it in its form
 * @param encoded the key in its form, with the curve's name in an EC key
 * @param half the key as something that can be proved
 */
public record DecodedKey(String label, byte[] encoded, PrivateKey half) {

	/**
	 * Names the algorithm alone.
	 */
	@Override
	public String toString() {
		return "DecodedKey[%s]".formatted(this.half.publicKey().algorithm().name());
	}

}
