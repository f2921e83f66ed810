package dev.certdeck.certificate;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The public facts that identify a certificate, also after it is gone.
 *
 * @param id the cloud's id, absent until the cloud gave one
 * @param names its names, the primary one first
 * @param sha256 the leaf's SHA-256 fingerprint in lower-case hexadecimal, if known
 * @param expiresAt when its validity ends, if known
 * @param chain the public chain in PEM, where it is kept
 */
public record CertificateSummary(@Nullable CertificateId id, List<DomainName> names, @Nullable String sha256,
		@Nullable Instant expiresAt, @Nullable String chain) {

	/**
	 * A certificate of which nothing is known.
	 */
	public static final CertificateSummary UNKNOWN = new CertificateSummary(null, List.of(), null, null, null);

	/**
	 * Creates the certificate.
	 */
	public CertificateSummary {
		names = List.copyOf(names);
	}

	/**
	 * Returns the display name.
	 * @return the primary name as people read it, empty if there is none
	 */
	public String title() {
		return this.names.stream().findFirst().map(DomainName::unicode).orElse("");
	}

	/**
	 * Describes a certificate of which nothing but the id is known.
	 * @param id the cloud's id
	 * @return its description
	 */
	public static CertificateSummary of(CertificateId id) {
		return new CertificateSummary(id, List.of(), null, null, null);
	}

	/**
	 * Describes a certificate of which nothing but the fingerprint is known.
	 * @param sha256 the leaf's SHA-256 fingerprint in lower-case hexadecimal
	 * @return its description
	 */
	public static CertificateSummary of(String sha256) {
		return new CertificateSummary(null, List.of(), sha256, null, null);
	}

	/**
	 * Describes a certificate that the cloud holds, without its chain.
	 * @param certificate the certificate
	 * @return its description
	 */
	public static CertificateSummary of(Certificate certificate) {
		Validity validity = certificate.validity();
		return new CertificateSummary(certificate.id(), certificate.names(), null,
				(validity != null) ? validity.until() : null, null);
	}

}
