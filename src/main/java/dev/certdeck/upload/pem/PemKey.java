package dev.certdeck.upload.pem;

/**
 * A private key that was read from PEM. It never shows its content but by
 * {@link #toPem()}.
 */
public final class PemKey {

	private final String label;

	private final byte[] encoded;

	private final PrivateHalf half;

	PemKey(String label, byte[] encoded, PrivateHalf half) {
		this.label = label;
		this.encoded = encoded;
		this.half = half;
	}

	/**
	 * Returns the key's algorithm.
	 * @return the algorithm
	 */
	public KeyAlgorithm algorithm() {
		return this.half.publicHalf().algorithm();
	}

	/**
	 * Tries whether the key belongs to a certificate: the public halves are compared and
	 * a signature made with the key is verified with the certificate.
	 * @param certificate the certificate
	 * @return what came of it
	 */
	public Pairing pair(PemCertificate certificate) {
		if (!this.half.publicHalf().isSame(certificate.key())) {
			return Pairing.DIFFERENT;
		}
		return this.half.proves(certificate.key()) ? Pairing.PAIRED : Pairing.DAMAGED;
	}

	/**
	 * Writes the key in the form in which it came, with lines of 64 characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write(this.label, this.encoded);
	}

	/**
	 * Names the algorithm alone.
	 */
	@Override
	public String toString() {
		return "PemKey[%s]".formatted(algorithm().name());
	}

	/**
	 * What comes of trying a key with a certificate.
	 */
	public enum Pairing {

		/**
		 * They belong together.
		 */
		PAIRED,

		/**
		 * The certificate is for another key.
		 */
		DIFFERENT,

		/**
		 * The public halves are equal, but the private half does not work.
		 */
		DAMAGED

	}

}
