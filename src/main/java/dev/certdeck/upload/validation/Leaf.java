package dev.certdeck.upload.validation;

import java.time.Instant;
import java.util.List;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.pki.ParsedCertificate;

/**
 * What is publicly known of the leaf of an upload and suffices to find it again.
 *
 * @param sha256 the SHA-256 fingerprint in lower-case hexadecimal
 * @param names the names for which it is, the common name first
 * @param expiresAt when its validity ends
 */
public record Leaf(String sha256, List<DomainName> names, Instant expiresAt) {

	/**
	 * Describes a certificate.
	 * @param certificate the certificate
	 * @return its description
	 */
	public static Leaf of(ParsedCertificate certificate) {
		return new Leaf(certificate.sha256(), List.copyOf(certificate.names().all()), certificate.validUntil());
	}

}
