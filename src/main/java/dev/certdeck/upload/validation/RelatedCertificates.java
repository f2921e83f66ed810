package dev.certdeck.upload.validation;

import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.key.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the account holds and that share names with an upload.
 *
 * @param certificates the certificates
 */
public record RelatedCertificates(List<Related> certificates) {

	/**
	 * Creates the list.
	 */
	public RelatedCertificates {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Returns no certificates.
	 * @return none
	 */
	public static RelatedCertificates none() {
		return new RelatedCertificates(List.of());
	}

	/**
	 * Finds the certificate that has a key.
	 * @param key a public key
	 * @return a certificate, if its key is known to be the same
	 */
	Optional<Related> ofKey(PublicKey key) {
		return this.certificates.stream()
			.filter((held) -> held.leaf() != null && held.leaf().key().isSame(key))
			.findFirst();
	}

	/**
	 * A certificate that the account holds.
	 *
	 * @param certificate the certificate as the cloud lists it
	 * @param leaf its content, absent if it was not read
	 */
	public record Related(Certificate certificate, @Nullable ParsedCertificate leaf) {

		CertificateId id() {
			return this.certificate.id();
		}

		String title() {
			return this.certificate.title();
		}

		List<DomainName> names() {
			return this.certificate.names();
		}

		@Nullable Validity validity() {
			return this.certificate.validity();
		}

	}

}
