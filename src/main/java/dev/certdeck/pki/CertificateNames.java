package dev.certdeck.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.DomainName;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The names that a certificate is valid for.
 *
 * @param commonName the common name, if the subject has one
 * @param alternatives the subject alternative names, DNS names and IP addresses
 * @param all the common name, then the alternative names, each once
 */
public record CertificateNames(Optional<DomainName> commonName, List<DomainName> alternatives, Set<DomainName> all) {

	static CertificateNames of(DistinguishedName subject, Certificate certificate) {
		Optional<DomainName> commonName = usable(subject.commonName().stream()).findFirst();
		List<DomainName> alternatives = usable(alternatives(certificate)).toList();
		Set<DomainName> all = new LinkedHashSet<>(commonName.stream().toList());
		all.addAll(alternatives);
		return new CertificateNames(commonName, alternatives, all);
	}

	private static Stream<DomainName> usable(Stream<String> names) {
		return names.map(DomainName::new).filter((name) -> !name.ascii().isEmpty()).distinct();
	}

	private static Stream<String> alternatives(Certificate certificate) {
		try {
			GeneralNames names = GeneralNames.fromExtensions(certificate.getTBSCertificate().getExtensions(),
					Extension.subjectAlternativeName);
			return Stream.ofNullable(names)
				.flatMap((present) -> Stream.of(present.getNames()))
				.flatMap(CertificateNames::text)
				.toList()
				.stream();
		}
		catch (RuntimeException ex) {
			return Stream.empty();
		}
	}

	private static Stream<String> text(GeneralName name) {
		return switch (name.getTagNo()) {
			case GeneralName.dNSName -> Stream.of(name.getName().toString());
			case GeneralName.iPAddress -> address(ASN1OctetString.getInstance(name.getName()).getOctets());
			default -> Stream.empty();
		};
	}

	private static Stream<String> address(byte[] octets) {
		try {
			return Stream.of(InetAddress.getByAddress(octets).getHostAddress());
		}
		catch (UnknownHostException ex) {
			return Stream.empty();
		}
	}

}
