package dev.certdeck.pki;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A chain of certificates that the cloud holds, as far as it can be read.
 *
 * @param certificates the certificates that can be read, in their order
 * @param unreadable how many more there are that can't be read
 */
public record CertificateChain(List<ParsedCertificate> certificates, int unreadable) {

	private static final Pattern PUBLIC = Pattern
		.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN (?:X509 )?CERTIFICATE-----(.*?)(?:-----END (?:X509 )?CERTIFICATE-----|$)", Pattern.DOTALL);

	/**
	 * Creates the chain.
	 */
	public CertificateChain {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Reads a chain. No content makes this throw.
	 * @param pem the chain in PEM
	 * @return the chain; a text without certificates is one that can't be read
	 */
	public static CertificateChain read(String pem) {
		List<String> blocks = BLOCK.matcher(pem).results().map((block) -> block.group(1)).toList();
		List<ParsedCertificate> read = blocks.stream()
			.map(CertificateChain::certificate)
			.flatMap(Optional::stream)
			.toList();
		return new CertificateChain(read, Math.max(1, blocks.size()) - read.size());
	}

	private static Optional<ParsedCertificate> certificate(String base64) {
		try {
			byte[] encoded = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
			return Optional
				.of(new ParsedCertificate(Certificate.getInstance(Asn1.read(encoded)), Place.of(Field.CHAIN)));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the leaf.
	 * @return the first certificate that can be read, if there is one
	 */
	public Optional<ParsedCertificate> leaf() {
		return this.certificates.stream().findFirst();
	}

	/**
	 * Describes a certificate that the cloud holds, with its public chain and, if that
	 * can be read, its fingerprint.
	 * @param held the certificate with its content
	 * @return the summary
	 */
	public static CertificateSummary summary(CertificateWithChain held) {
		CertificateSummary summary = CertificateSummary.of(held.certificate());
		String content = Objects.requireNonNullElse(held.chain(), "");
		return new CertificateSummary(summary.id(), summary.names(),
				read(content).leaf().map(ParsedCertificate::sha256).orElse(null), summary.expiresAt(),
				certificates(content));
	}

	/**
	 * Extracts the certificates from content that may hold anything else.
	 * @param content the content as the cloud holds it
	 * @return its certificates alone, {@code null} if there are none
	 */
	private static @Nullable String certificates(String content) {
		String certificates = PUBLIC.matcher(content)
			.results()
			.map((block) -> block.group() + "\n")
			.collect(Collectors.joining());
		return certificates.isEmpty() ? null : certificates;
	}

}
