package dev.certdeck.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A certificate to upload.
 *
 * @param type what it is for
 * @param chain the leaf and its intermediates in PEM
 * @param privateKey the leaf's private key in PEM, required for
 * {@link CertificateType#SVR}
 * @param alias the alias that the account chose, may be empty
 */
public record CertificateUpload(CertificateType type, String chain, @Nullable String privateKey, String alias) {

	/**
	 * Describes the upload without its private key.
	 */
	@Override
	public String toString() {
		return "CertificateUpload[type=%s, alias=%s]".formatted(this.type, this.alias);
	}

}
