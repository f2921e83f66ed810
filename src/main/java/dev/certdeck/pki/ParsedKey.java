package dev.certdeck.pki;

import dev.certdeck.pki.key.DecodedKey;
import dev.certdeck.pki.key.Pairing;
import dev.certdeck.pki.key.PublicKey;

/**
 * A private key that was read. It never shows its content but by {@link #toPem()}.
 */
public final class ParsedKey {

	private final DecodedKey key;

	private final PublicKey publicKey;

	private final Place place;

	ParsedKey(DecodedKey key, Place place) {
		this.key = key;
		this.publicKey = key.key().publicKey();
		this.place = place;
	}

	/**
	 * Returns where the key stands.
	 * @return the place
	 */
	public Place place() {
		return this.place;
	}

	/**
	 * Returns the public key that belongs to it.
	 * @return the public key
	 */
	public PublicKey publicKey() {
		return this.publicKey;
	}

	/**
	 * Tells whether the parts of the key fit each other.
	 * @return {@code false} if the key is damaged
	 */
	public boolean isConsistent() {
		return this.key.key().isConsistent();
	}

	/**
	 * Tries whether the key belongs to a certificate: the public keys are compared and a
	 * signature made with the key is verified with the certificate.
	 * @param certificate the certificate
	 * @return the result
	 */
	public Pairing pair(ParsedCertificate certificate) {
		return this.key.key().pair(certificate.key());
	}

	/**
	 * Writes the key, decrypted and in the form in which it came, with lines of 64
	 * characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write(this.key.label(), this.key.encoded());
	}

	/**
	 * Names the algorithm alone.
	 */
	@Override
	public String toString() {
		return "ParsedKey[%s]".formatted(this.publicKey.algorithm().name());
	}

}
