package dev.certdeck.certificate;

import java.util.Optional;

/**
 * The cloud's store of certificates. Every method throws {@link CloudException} when the
 * cloud refuses, can't be reached or can't be understood.
 */
public interface CertificateStore {

	/**
	 * Reads the list of all certificates, again a few times if it changes meanwhile. Rows
	 * that can't be read are left out and counted; a list of which no row can be read is
	 * one that can't be understood.
	 * @param progress receives how many certificates have been read
	 * @return the list, exact or not
	 */
	CertificateList list(Progress progress);

	/**
	 * Finds certificates by the cloud's own search over ids, aliases and domains.
	 * @param text what to search for
	 * @return what the cloud found, an exact list
	 */
	CertificateList search(String text);

	/**
	 * Finds one certificate. An answer that can't be read does not mean that there is
	 * none.
	 * @param id the certificate's id
	 * @return the certificate, or nothing if the cloud holds none under this id
	 */
	Optional<Certificate> find(CertificateId id);

	/**
	 * Reads one certificate with its content.
	 * @param id the certificate's id
	 * @return the certificate, or nothing if the cloud holds none under this id
	 */
	Optional<CertificateWithChain> read(CertificateId id);

	/**
	 * Uploads a certificate. The call is never repeated: if the failure
	 * {@linkplain CloudException#mayHaveTakenEffect() may have taken effect}, look the
	 * certificate up.
	 * @param upload the certificate
	 * @return what the cloud did with it
	 */
	UploadResult upload(CertificateUpload upload);

	/**
	 * Deletes a certificate. The call is never repeated. A certificate that the cloud
	 * does not hold counts as deleted.
	 * @param id the certificate's id
	 * @return the progress of the deletion
	 */
	DeletionProgress delete(CertificateId id);

	/**
	 * Returns the progress of a deletion that the cloud carries out as a task.
	 * @param id the certificate's id
	 * @param task the task that {@link #delete} named
	 * @return the progress
	 */
	DeletionProgress follow(CertificateId id, String task);

	/**
	 * Receives how much of the list has been read.
	 */
	@FunctionalInterface
	interface Progress {

		/**
		 * Ignores the progress.
		 */
		Progress IGNORED = (read, total) -> {
		};

		/**
		 * Reports how much has been read.
		 * @param read how many certificates have been read
		 * @param total how many there are
		 */
		void report(int read, int total);

	}

}
