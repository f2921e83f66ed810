package dev.certdeck.certificate;

/**
 * The progress of a deletion that the cloud has accepted.
 */
public sealed interface DeletionProgress {

	/**
	 * The cloud does not hold the certificate any more.
	 */
	record Done() implements DeletionProgress {

	}

	/**
	 * The cloud looks for resources that use the certificate and deletes it if there are
	 * none.
	 *
	 * @param task the cloud's id of the task
	 */
	record Running(String task) implements DeletionProgress {

	}

	/**
	 * The cloud did not delete the certificate.
	 *
	 * @param error why not
	 */
	record Failed(CloudError error) implements DeletionProgress {

	}

}
