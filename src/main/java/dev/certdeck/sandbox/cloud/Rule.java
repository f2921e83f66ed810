package dev.certdeck.sandbox.cloud;

/**
 * A forwarding rule of a listener that chooses certificates by server name (SNI).
 *
 * @param id the ID of the rule
 * @param domain the host name
 * @param certificates the certificates that are shown for it
 */
public record Rule(String id, String domain, TlsCertificates certificates) {

}
