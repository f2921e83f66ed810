package dev.certdeck.certificate;

import java.util.List;

/**
 * One page of the cloud's list.
 *
 * @param certificates the certificates of this page
 * @param total how many certificates the cloud counts on all pages
 */
public record CertificatePage(List<Certificate> certificates, int total) {

	/**
	 * Creates the page.
	 */
	public CertificatePage {
		certificates = List.copyOf(certificates);
	}

}
