package dev.certdeck.upload.pem;

import dev.certdeck.upload.key.DecodedKey;
import dev.certdeck.upload.key.Pairing;
import dev.certdeck.upload.key.PublicHalf;

/**
 * A private key that was read. It never shows its content but by {@link #toPem()}.
 */
public final class PemKey {

	private final DecodedKey key;

	private final PublicHalf publicHalf;

	private final Origin origin;

	PemKey(DecodedKey key, Origin origin) {
		this.key = key;
		this.publicHalf = key.half().publicHalf();
		this.origin = origin;
	}

	/**
	 * Returns where the key stands.
	 * @return the place
	 */
	public Origin origin() {
		return this.origin;
	}

	/**
	 * Returns the public half that belongs to the key.
	 * @return the half
	 */
	public PublicHalf publicHalf() {
		return this.publicHalf;
	}

	/**
	 * Tells whether the parts of the key fit each other.
	 * @return {@code false} if the key is damaged
	 */
	public boolean isWhole() {
		return this.key.half().isWhole();
	}

	/**
	 * Tries whether the key belongs to a certificate: the public halves are compared and
	 * a signature made with the key is verified with the certificate.
	 * @param certificate the certificate
	 * @return what came of it
	 */
	public Pairing pair(PemCertificate certificate) {
		return this.key.half().pair(certificate.key());
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
		return "PemKey[%s]".formatted(this.publicHalf.algorithm().name());
	}

}
