package dev.certdeck.inventory;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Usage;

/**
 * A certificate of the snapshot with what uses it.
 *
 * @param certificate the certificate
 * @param usage what uses it
 */
public record Entry(Certificate certificate, Usage usage) {

	/**
	 * Returns the certificate's id.
	 * @return the id
	 */
	public CertificateId id() {
		return this.certificate.id();
	}

}
