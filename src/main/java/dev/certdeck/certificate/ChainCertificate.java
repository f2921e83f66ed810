package dev.certdeck.certificate;

import java.util.List;

/**
 * One X.509 certificate of a chain, in the words that people compare.
 *
 * @param subject the subject's distinguished name
 * @param issuer the issuer's distinguished name
 * @param serial the serial number in hexadecimal
 * @param validity when it is valid
 * @param names the subject alternative names (DNS names and IP addresses)
 * @param key the public key's algorithm and size or curve, such as {@code RSA 2048}
 * @param signature the signature's algorithm, such as {@code SHA256withRSA}
 * @param sha256 the SHA-256 fingerprint in upper-case hexadecimal with colons
 * @param sha1 the SHA-1 fingerprint in upper-case hexadecimal with colons
 */
public record ChainCertificate(String subject, String issuer, String serial, Validity validity, List<DomainName> names,
		String key, String signature, String sha256, String sha1) {

}
