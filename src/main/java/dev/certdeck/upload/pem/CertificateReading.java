package dev.certdeck.upload.pem;

import java.util.ArrayList;
import java.util.List;

/**
 * A text read as certificates.
 *
 * @param certificates the certificates in their order
 * @param faults what is wrong with the text
 */
public record CertificateReading(List<PemCertificate> certificates, List<Fault> faults) {

	private static final int MAXIMUM_CERTIFICATE = 128 * 1024;

	/**
	 * Creates the reading.
	 */
	public CertificateReading {
		certificates = List.copyOf(certificates);
		faults = List.copyOf(faults);
	}

	/**
	 * Reads certificates. No text makes this fail.
	 * @param text any text
	 * @return the certificates in their order, and what is wrong with the text
	 */
	public static CertificateReading read(String text) {
		PemText pem = PemText.read(text);
		List<Fault> faults = new ArrayList<>(pem.faults());
		List<PemCertificate> certificates = new ArrayList<>();
		for (PemBlock block : pem.blocks()) {
			if (faults.size() < PemText.MAXIMUM_FAULTS) {
				read(block, certificates, faults);
			}
		}
		return new CertificateReading(certificates, faults);
	}

	private static void read(PemBlock block, List<PemCertificate> certificates, List<Fault> faults) {
		if (block.kind() != PemBlock.Kind.CERTIFICATE) {
			faults.add(Fault.foreign(block));
			return;
		}
		if (block.content().length > MAXIMUM_CERTIFICATE) {
			faults.add(Fault.in(block, Fault.Code.CERTIFICATE_TOO_LARGE));
			return;
		}
		try {
			certificates.add(PemCertificate.read(block));
		}
		catch (RuntimeException ex) {
			faults.add(Fault.in(block, KeyDecoder.isPlausible(block.content()) ? Fault.Code.PRIVATE_KEY
					: Fault.Code.UNREADABLE_CERTIFICATE));
		}
	}

}
