package dev.certdeck.pki;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * A chain of certificates that the cloud holds, as far as it can be read.
 *
 * @param certificates the certificates that can be read, in their order
 * @param unreadable how many more there are that can't be read
 */
public record CertificateChain(List<ParsedCertificate> certificates, int unreadable) {

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN (?:X509 )?CERTIFICATE-----(.*?)(?:-----END (?:X509 )?CERTIFICATE-----|$)", Pattern.DOTALL);

	/**
	 * Creates the chain.
	 */
	public CertificateChain {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Reads a chain. No content makes this fail.
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

}
