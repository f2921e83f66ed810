package dev.certdeck.upload.verdict;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateUpload;

/**
 * An upload that was found to be in order.
 *
 * @param leaf the leaf of its chain
 * @param upload what to send, in normal form
 */
public record Candidate(CertificateSummary leaf, CertificateUpload upload) {

}
