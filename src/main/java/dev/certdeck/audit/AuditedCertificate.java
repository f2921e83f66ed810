package dev.certdeck.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the audit trail remembers it: enough to know it after it is gone.
 *
 * @param id the cloud's id, absent until the cloud gave one
 * @param names its names, the primary one first
 * @param fingerprint the leaf's SHA-256 fingerprint in lower-case hexadecimal, if known
 * @param expiresAt when its validity ends, if known
 * @param chain the public chain in PEM, where it is kept
 */
public record AuditedCertificate(@Nullable CertificateId id, List<DomainName> names, @Nullable String fingerprint,
		@Nullable Instant expiresAt, @Nullable String chain) {

	private static final Pattern CERTIFICATE = Pattern
		.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

	/**
	 * Creates the certificate.
	 */
	public AuditedCertificate {
		names = List.copyOf(names);
	}

	/**
	 * Describes a certificate that the cloud holds.
	 * @param held the certificate with its content
	 * @return its description, with the public chain and, if that can be read, the
	 * fingerprint
	 */
	public static AuditedCertificate of(CertificateWithChain held) {
		Certificate certificate = held.certificate();
		Validity validity = certificate.validity();
		return new AuditedCertificate(certificate.id(), certificate.names(), fingerprint(held.chain()),
				(validity != null) ? validity.until() : null, certificates(held.chain()));
	}

	/**
	 * Keeps what is public of a content, whatever else somebody may have put there.
	 * @param content the content as the cloud holds it
	 * @return its certificates alone, {@code null} if there are none
	 */
	private static @Nullable String certificates(@Nullable String content) {
		String certificates = Stream.ofNullable(content)
			.flatMap((pem) -> CERTIFICATE.matcher(pem).results())
			.map((block) -> block.group() + "\n")
			.collect(Collectors.joining());
		return certificates.isEmpty() ? null : certificates;
	}

	private static @Nullable String fingerprint(@Nullable String chain) {
		return Optional.ofNullable(chain)
			.map(CertificateChain::read)
			.flatMap(CertificateChain::leaf)
			.map(ParsedCertificate::sha256)
			.orElse(null);
	}

}
