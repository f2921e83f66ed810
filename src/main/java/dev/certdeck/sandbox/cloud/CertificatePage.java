package dev.certdeck.sandbox.cloud;

import java.util.List;

/**
 * A page of a list of certificates.
 *
 * @param total the number of certificates on all pages
 * @param certificates the certificates of the page
 */
public record CertificatePage(int total, List<HeldCertificate> certificates) {

}
