package dev.certdeck.sandbox.cloud;

import java.util.List;

/**
 * What an account holds at first.
 *
 * @param certificates its certificates
 * @param oddities the certificates whose rows are odd
 * @param bindings the resources that use the certificates
 * @param ids makes the IDs of further certificates
 */
public record Holdings(List<HeldCertificate> certificates, Oddities oddities, Bindings bindings, CertificateIds ids) {

}
