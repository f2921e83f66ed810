package dev.certdeck.certificate;

import java.util.List;

/**
 * One page of the cloud's list.
 *
 * @param certificates the certificates of this page
 * @param total how many certificates the cloud counts on all pages
 * @param unreadable how many rows of this page are left out because they can't be read
 */
public record CertificatePage(List<Certificate> certificates, int total, int unreadable) {

	/**
	 * Creates the page.
	 */
	public CertificatePage {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Creates a page of which every row could be read.
	 * @param certificates the certificates of this page
	 * @param total how many certificates the cloud counts on all pages
	 */
	public CertificatePage(List<Certificate> certificates, int total) {
		this(certificates, total, 0);
	}

	/**
	 * Returns how many rows the cloud gave.
	 * @return the certificates and what can't be read
	 */
	public int rows() {
		return this.certificates.size() + this.unreadable;
	}

}
