package dev.certdeck.pki.key;

/**
 * A private key that was decoded.
 *
 * @param label the label of a PEM block for its encoding
 * @param encoded the encoding, which for an EC key includes the curve
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
