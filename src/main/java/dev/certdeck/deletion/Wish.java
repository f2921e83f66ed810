package dev.certdeck.deletion;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.inventory.Entry;

/**
 * A wish to delete a certificate that is recorded and not sent.
 *
 * @param entry the certificate as it was just read
 * @param intent the number of its intent in the audit trail
 */
record Wish(Entry entry, long intent) {

	CertificateId id() {
		return this.entry.id();
	}

}
