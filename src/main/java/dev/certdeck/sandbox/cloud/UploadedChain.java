package dev.certdeck.sandbox.cloud;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * A chain of certificates, read from PEM.
 *
 * @param certificates the certificates in their order, at least one
 */
record UploadedChain(List<X509CertificateHolder> certificates) {

	static UploadedChain read(String pem) {
		List<X509CertificateHolder> certificates = new ArrayList<>();
		try (PEMParser parser = new PEMParser(new StringReader(pem))) {
			for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
				if (!(item instanceof X509CertificateHolder certificate)) {
					throw new RefusedException(Refusal.UNREADABLE_CERTIFICATE);
				}
				certificates.add(certificate);
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new RefusedException(Refusal.UNREADABLE_CERTIFICATE);
		}
		if (certificates.isEmpty()) {
			throw new RefusedException(Refusal.UNREADABLE_CERTIFICATE);
		}
		return new UploadedChain(certificates);
	}

	X509CertificateHolder leaf() {
		return this.certificates.get(0);
	}

	List<ChainLink> links() {
		return this.certificates.stream().map(ChainLink::of).toList();
	}

	boolean sameLeaf(String pem) {
		return leaf().equals(read(pem).leaf());
	}

	Validity validity() {
		return Validity.of(leaf());
	}

	/**
	 * Returns the names of the leaf, its common name first.
	 * @return at least one name
	 */
	List<String> names() {
		Set<String> names = new LinkedHashSet<>(attribute(leaf().getSubject(), BCStyle.CN));
		subjectAlternativeNames().map(HostMatch::ascii).forEach(names::add);
		return names.isEmpty() ? List.of(leaf().getSubject().toString()) : List.copyOf(names);
	}

	String authority() {
		X500Name issuer = leaf().getIssuer();
		return Stream.of(attribute(issuer, BCStyle.O), attribute(issuer, BCStyle.CN), List.of(issuer.toString()))
			.flatMap(List::stream)
			.findFirst()
			.orElseThrow();
	}

	private Stream<String> subjectAlternativeNames() {
		GeneralNames names = GeneralNames.fromExtensions(leaf().getExtensions(), Extension.subjectAlternativeName);
		return (names != null) ? Stream.of(names.getNames())
			.filter((name) -> name.getTagNo() == GeneralName.dNSName)
			.map((name) -> name.getName().toString()) : Stream.empty();
	}

	private static List<String> attribute(X500Name name, ASN1ObjectIdentifier type) {
		return Stream.of(name.getRDNs(type))
			.map(RDN::getFirst)
			.map((attribute) -> IETFUtils.valueToString(attribute.getValue()))
			.filter((value) -> !value.isBlank())
			.limit(1)
			.toList();
	}

}
