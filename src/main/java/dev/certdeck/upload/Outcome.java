package dev.certdeck.upload;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.upload.verdict.Finding;

/**
 * What came of an upload that was in order.
 */
sealed interface Outcome {

	/**
	 * The cloud holds the certificate.
	 *
	 * @param id the cloud's id
	 * @param answerLost whether the cloud's answer was lost and the certificate was found
	 * by looking for it
	 */
	record Uploaded(CertificateId id, boolean answerLost) implements Outcome {

	}

	/**
	 * Nobody knows whether the cloud holds the certificate.
	 *
	 * @param leaf what to look for
	 */
	record Unknown(CertificateSummary leaf) implements Outcome {

	}

	/**
	 * The certificate was not uploaded.
	 *
	 * @param problem why not
	 */
	record Refused(Finding problem) implements Outcome {

		static final String ALREADY_HELD = "already-held";

		static final String CHECK_FAILED = "check-failed";

		/**
		 * Tells whether the cloud was not asked to take the certificate, or did not,
		 * because of what the account holds.
		 * @return {@code true} if it is held or may be held already
		 */
		boolean isComparison() {
			return this.problem.code().equals(ALREADY_HELD) || this.problem.code().equals(CHECK_FAILED);
		}

	}

}
