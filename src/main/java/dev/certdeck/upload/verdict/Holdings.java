package dev.certdeck.upload.verdict;

import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.upload.key.PublicHalf;
import dev.certdeck.upload.pem.PemCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the account holds and that share names with an upload.
 *
 * @param certificates the certificates
 */
public record Holdings(List<Held> certificates) {

	/**
	 * Creates the holdings.
	 */
	public Holdings {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Returns no holdings.
	 * @return none
	 */
	public static Holdings none() {
		return new Holdings(List.of());
	}

	/**
	 * Finds the certificate whose key a given one is.
	 * @param key a public half
	 * @return a certificate, if its key is known to be the same
	 */
	Optional<Held> ofKey(PublicHalf key) {
		return this.certificates.stream()
			.filter((held) -> held.leaf() != null && held.leaf().key().isSame(key))
			.findFirst();
	}

	/**
	 * A certificate that is held.
	 *
	 * @param certificate the certificate as the cloud lists it
	 * @param leaf its content, absent if it was not read
	 */
	public record Held(Certificate certificate, @Nullable PemCertificate leaf) {

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
