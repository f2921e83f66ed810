package dev.certdeck.upload.pem;

import java.util.Collection;

import dev.certdeck.upload.key.Asn1;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Unpacks the certificates of a PKCS#7 bundle (RFC 5652, section 5).
 */
final class Pkcs7Reader {

	private final Harvest harvest;

	Pkcs7Reader(Harvest harvest) {
		this.harvest = harvest;
	}

	/**
	 * Reads a bundle.
	 * @param content its encoding
	 * @param origin where it stands
	 * @throws UnreadableException if it is damaged or holds no certificate
	 */
	void read(byte[] content, Origin origin) {
		Collection<X509CertificateHolder> certificates = certificates(content);
		if (certificates.isEmpty()) {
			throw new UnreadableException(Fault.Code.EMPTY_CONTAINER);
		}
		int number = 0;
		for (X509CertificateHolder certificate : certificates) {
			if (!this.harvest.isFull()) {
				this.harvest.certificate(Asn1.encode(certificate.toASN1Structure()), origin.at(++number, 0));
			}
		}
		this.harvest.change(Change.of(Change.Code.PKCS7, origin, certificates.size()));
	}

	private static Collection<X509CertificateHolder> certificates(byte[] content) {
		try {
			return new CMSSignedData(content).getCertificates().getMatches(null);
		}
		catch (CMSException | RuntimeException ex) {
			throw new UnreadableException(Fault.Code.UNREADABLE_CONTAINER);
		}
	}

}
