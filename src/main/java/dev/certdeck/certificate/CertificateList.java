package dev.certdeck.certificate;

import java.util.List;

/**
 * A list of certificates as the cloud gave it, all its pages as one.
 *
 * @param certificates every certificate once
 * @param unreadable how many rows are left out because they can't be read
 * @param exact whether the list stood still while it was read
 */
public record CertificateList(List<Certificate> certificates, int unreadable, boolean exact) {

	/**
	 * Creates the list.
	 */
	public CertificateList {
		certificates = List.copyOf(certificates);
	}

}
