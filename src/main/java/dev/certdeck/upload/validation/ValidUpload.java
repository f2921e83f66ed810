package dev.certdeck.upload.validation;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateUpload;

/**
 * An upload that was found to be in order.
 *
 * @param leaf the leaf of its chain
 * @param upload what to send, in normal form
 */
public record ValidUpload(CertificateSummary leaf, CertificateUpload upload) {

}
