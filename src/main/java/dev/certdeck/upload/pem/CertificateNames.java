package dev.certdeck.upload.pem;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.certdeck.certificate.DomainName;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
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
 * @param all the common name, then the subject alternative names (DNS names and IP
 * addresses), each once
 */
record CertificateNames(List<DomainName> all) {

	private static final int MAXIMUM_LENGTH = 255;

	static CertificateNames of(Certificate certificate) {
		Stream<String> names = Stream.concat(commonNames(certificate), alternativeNames(certificate));
		return new CertificateNames(names.filter((name) -> !name.isBlank() && name.length() <= MAXIMUM_LENGTH)
			.map(DomainName::new)
			.distinct()
			.toList());
	}

	static String abbreviate(String text) {
		return (text.length() <= MAXIMUM_LENGTH) ? text : text.substring(0, MAXIMUM_LENGTH);
	}

	private static Stream<String> commonNames(Certificate certificate) {
		RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
		return (names.length != 0) ? Stream.of(IETFUtils.valueToString(names[names.length - 1].getFirst().getValue()))
				: Stream.empty();
	}

	private static Stream<String> alternativeNames(Certificate certificate) {
		Extensions extensions = certificate.getTBSCertificate().getExtensions();
		return Optional.ofNullable(extensions)
			.map((present) -> present.getExtension(Extension.subjectAlternativeName))
			.map((extension) -> GeneralNames.getInstance(Asn1.read(extension.getExtnValue().getOctets())))
			.stream()
			.flatMap((names) -> Stream.of(names.getNames()))
			.flatMap(CertificateNames::text);
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
