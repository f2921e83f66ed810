package dev.certdeck.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The names for which a certificate is.
 *
 * @param commonName the common name, if the subject has one
 * @param alternatives the subject alternative names, DNS names and IP addresses
 */
record CertificateNames(Optional<DomainName> commonName, List<DomainName> alternatives) {

	private static final int MAXIMUM_LENGTH = 255;

	static CertificateNames of(Certificate certificate) {
		return new CertificateNames(usable(commonName(certificate.getSubject()).stream()).findFirst(),
				usable(alternativeNames(certificate)).toList());
	}

	private static Stream<DomainName> usable(Stream<String> names) {
		return names.map(DomainName::new).filter((name) -> !name.ascii().isEmpty()).distinct();
	}

	/**
	 * Returns all names.
	 * @return the common name, then the alternative names, each once
	 */
	List<DomainName> all() {
		return Stream.concat(this.commonName.stream(), this.alternatives.stream()).distinct().toList();
	}

	static String abbreviate(String text) {
		return (text.length() <= MAXIMUM_LENGTH) ? text : text.substring(0, MAXIMUM_LENGTH);
	}

	/**
	 * Returns what two names have in common exactly if they are the same, however their
	 * texts are encoded (RFC 5280, section 7.1). It is worked out once for each name,
	 * since comparing the parts of two names takes time by the square of their number.
	 * @param name a name
	 * @return its parts in their order, those that can't be read by their encoding
	 */
	static String comparable(X500Name name) {
		StringBuilder text = new StringBuilder();
		for (RDN part : name.getRDNs()) {
			text.append('/');
			for (AttributeTypeAndValue value : part.getTypesAndValues()) {
				text.append(value.getType().getId()).append('=').append(comparable(value)).append('\0');
			}
		}
		return text.toString();
	}

	private static String comparable(AttributeTypeAndValue value) {
		try {
			return IETFUtils.canonicalString(value.getValue());
		}
		catch (RuntimeException ex) {
			return HexFormat.of().formatHex(Asn1.encode(value));
		}
	}

	static String title(X500Name name) {
		return abbreviate(commonName(name).filter((common) -> !common.isBlank()).orElseGet(name::toString));
	}

	private static Optional<String> commonName(X500Name name) {
		RDN[] names = name.getRDNs(BCStyle.CN);
		return (names.length != 0) ? Optional.of(IETFUtils.valueToString(names[names.length - 1].getFirst().getValue()))
				: Optional.empty();
	}

	private static Stream<String> alternativeNames(Certificate certificate) {
		try {
			Extensions extensions = certificate.getTBSCertificate().getExtensions();
			return Optional.ofNullable(extensions)
				.map((present) -> present.getExtension(Extension.subjectAlternativeName))
				.map((extension) -> GeneralNames.getInstance(Asn1.read(extension.getExtnValue().getOctets())))
				.stream()
				.flatMap((names) -> Stream.of(names.getNames()))
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
