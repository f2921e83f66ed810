package dev.certdeck.certificate;

import java.util.List;
import java.util.Optional;

/**
 * The cloud's store of certificates. Every method throws {@link CloudException} when the
 * cloud refuses, can't be reached or can't be understood.
 */
public interface CertificateStore {

	/**
	 * Reads one page of the list of all certificates.
	 * @param number the page's number, from 1
	 * @param size how many certificates to ask for; the cloud may give fewer
	 * @return the page
	 */
	CertificatePage list(int number, int size);

	/**
	 * Finds certificates by the cloud's own search over ids, aliases and domains.
	 * @param text what to search for
	 * @return what the cloud found, on all its pages
	 */
	List<Certificate> search(String text);

	/**
	 * Reads one certificate with its content.
	 * @param id the certificate's id
	 * @return the certificate, or nothing if the cloud holds none under this id
	 */
	Optional<HeldCertificate> find(CertificateId id);

	/**
	 * Hands a certificate to the cloud. This is never repeated: if the failure
	 * {@linkplain CloudException#mayHaveTakenEffect() may have taken effect}, look the
	 * certificate up.
	 * @param upload the certificate
	 * @return the id that the cloud gave to it
	 */
	CertificateId upload(CertificateUpload upload);

	/**
	 * Deletes a certificate. This is never repeated. A certificate that the cloud does
	 * not hold counts as deleted.
	 * @param id the certificate's id
	 */
	void delete(CertificateId id);

}
