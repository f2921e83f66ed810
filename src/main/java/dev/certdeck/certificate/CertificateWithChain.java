package dev.certdeck.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A certificate with its content.
 *
 * @param certificate the certificate as the cloud lists it
 * @param chain the certificate and its intermediates in PEM, absent until it is issued
 */
public record CertificateWithChain(Certificate certificate, @Nullable String chain) {

}
