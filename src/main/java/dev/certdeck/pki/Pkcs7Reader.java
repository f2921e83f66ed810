package dev.certdeck.pki;

import java.util.Collection;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Unpacks the certificates of a PKCS#7 bundle (RFC 5652, section 5).
 */
final class Pkcs7Reader {

	private final ParsedInputBuilder builder;

	Pkcs7Reader(ParsedInputBuilder builder) {
		this.builder = builder;
	}

	void read(byte[] content, Place place) {
		Collection<X509CertificateHolder> certificates = certificates(content);
		if (certificates.isEmpty()) {
			throw new UnreadableException(FindingCode.EMPTY_CONTAINER);
		}
		int number = 0;
		for (X509CertificateHolder certificate : certificates) {
			if (!this.builder.isFull()) {
				this.builder.certificate(Asn1.encode(certificate.toASN1Structure()), place.at(++number, 0));
			}
		}
		this.builder.note(FindingCode.PKCS7, place, certificates.size());
	}

	private static Collection<X509CertificateHolder> certificates(byte[] content) {
		try {
			return new CMSSignedData(content).getCertificates().getMatches(null);
		}
		catch (CMSException | RuntimeException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_CONTAINER);
		}
	}

}
