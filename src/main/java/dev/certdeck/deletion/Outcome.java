package dev.certdeck.deletion;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.inventory.Entry;

/**
 * What became of the wish to delete a certificate.
 */
sealed interface Outcome {

	/**
	 * The cloud no longer holds it.
	 *
	 * @param certificate the certificate as it was
	 * @param lookedUp whether the cloud's answer was lost and the certificate looked up
	 */
	record Deleted(Certificate certificate, boolean lookedUp) implements Outcome {

	}

	/**
	 * The cloud did not hold it any more when it was read.
	 *
	 * @param id the id
	 */
	record Gone(CertificateId id) implements Outcome {

	}

	/**
	 * The cloud carries it out by itself.
	 *
	 * @param id the id
	 */
	record Running(CertificateId id) implements Outcome {

	}

	/**
	 * The policy is against it; the cloud was not asked.
	 *
	 * @param entry the certificate and what uses it, as read a moment ago
	 */
	record Refused(Entry entry) implements Outcome {

	}

	/**
	 * The cloud did not do it.
	 *
	 * @param certificate the certificate
	 * @param cause what the cloud said, or why it could not be asked
	 */
	record RefusedByCloud(Certificate certificate, CloudError cause) implements Outcome {

	}

	/**
	 * The cloud was asked and its answer was lost.
	 *
	 * @param certificate the certificate
	 * @param cause what went wrong
	 * @param stillHeld whether the cloud still held it when it was looked up; if not, it
	 * could not be looked up
	 */
	record Unknown(Certificate certificate, CloudError cause, boolean stillHeld) implements Outcome {

	}

}
