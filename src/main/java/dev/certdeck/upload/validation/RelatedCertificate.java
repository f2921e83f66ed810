package dev.certdeck.upload.validation;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.key.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that the account holds and that shares names with an upload.
 *
 * @param certificate the certificate as the cloud lists it
 * @param leaf its content, absent if it was not read
 */
public record RelatedCertificate(Certificate certificate, @Nullable ParsedCertificate leaf) {

	/**
	 * Tells whether the certificate has a key.
	 * @param key a public key
	 * @return {@code false} if it has another one or was not read
	 */
	boolean hasKey(PublicKey key) {
		return this.leaf != null && this.leaf.key().isSame(key);
	}

}
