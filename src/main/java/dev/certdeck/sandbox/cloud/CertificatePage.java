package dev.certdeck.sandbox.cloud;

import java.util.List;

/**
 * Some certificates out of those that were asked for.
 *
 * @param total how many there are in all
 * @param certificates those of the page, the one applied for last first
 */
public record CertificatePage(int total, List<HeldCertificate> certificates) {

}
