package dev.certdeck.upload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.certdeck.upload.pem.PemCertificate;

/**
 * The certificates of an upload in the order in which they are sent: the leaf, each
 * certificate after the one that it issued, and then the others as they came.
 *
 * @param certificates the certificates, each once
 */
record Chain(List<PemCertificate> certificates) {

	/**
	 * Orders certificates.
	 * @param certificates at least one certificate
	 * @return the chain
	 */
	static Chain of(List<PemCertificate> certificates) {
		List<PemCertificate> remaining = new ArrayList<>(certificates.stream()
			.collect(Collectors.toMap(PemCertificate::sha256, (certificate) -> certificate, (first, again) -> first,
					LinkedHashMap::new))
			.values());
		List<PemCertificate> ordered = new ArrayList<>();
		Optional<PemCertificate> next = Optional.of(leafOf(remaining));
		while (next.isPresent()) {
			PemCertificate certificate = next.get();
			ordered.add(certificate);
			remaining.remove(certificate);
			next = remaining.stream().filter((other) -> other.issued(certificate)).findFirst();
		}
		ordered.addAll(remaining);
		return new Chain(List.copyOf(ordered));
	}

	private static PemCertificate leafOf(List<PemCertificate> certificates) {
		return certificates.stream()
			.filter((certificate) -> certificates.stream()
				.noneMatch((other) -> other != certificate && certificate.issued(other)))
			.findFirst()
			.orElse(certificates.get(0));
	}

	/**
	 * Returns the certificate that issued none of the others.
	 * @return the leaf
	 */
	PemCertificate leaf() {
		return this.certificates.get(0);
	}

	/**
	 * Writes the chain in normal form.
	 * @return the PEM without blank lines and other text
	 */
	String toPem() {
		return this.certificates.stream().map(PemCertificate::toPem).collect(Collectors.joining());
	}

}
