package dev.certdeck.upload.pem;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/**
 * A certificate that was read from PEM. Everything that can fail about it failed while it
 * was read.
 */
public final class PemCertificate {

	private final int block;

	private final byte[] encoded;

	private final X500Name subject;

	private final X500Name issuer;

	private final Validity validity;

	private final PublicHalf key;

	private final CertificateNames names;

	private PemCertificate(int block, byte[] encoded, Certificate certificate) {
		this.block = block;
		this.encoded = encoded;
		this.subject = certificate.getSubject();
		this.issuer = certificate.getIssuer();
		this.validity = validity(certificate);
		this.key = PublicHalf.of(certificate.getSubjectPublicKeyInfo());
		this.names = CertificateNames.of(certificate);
	}

	static PemCertificate read(PemBlock block) {
		byte[] content = block.content();
		Certificate certificate = Certificate
			.getInstance(block.label().startsWith("TRUSTED") ? Asn1.readFirst(content) : Asn1.read(content));
		return new PemCertificate(block.number(), Asn1.encode(certificate), certificate);
	}

	private static Validity validity(Certificate certificate) {
		return new Validity(instant(certificate.getStartDate()), instant(certificate.getEndDate()));
	}

	private static Instant instant(Time time) {
		return time.getDate().toInstant();
	}

	/**
	 * Returns the number of the block that holds the certificate.
	 * @return the number, from 1
	 */
	public int block() {
		return this.block;
	}

	/**
	 * Returns the SHA-256 fingerprint.
	 * @return lower-case hexadecimal without separators
	 */
	public String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.encoded));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the names for which the certificate is.
	 * @return the common name, then the subject alternative names, each once
	 */
	public List<DomainName> names() {
		return this.names.all();
	}

	/**
	 * Returns what to call the certificate.
	 * @return the common name, else the first alternative name, else the subject
	 */
	public String title() {
		return names().isEmpty() ? CertificateNames.abbreviate(this.subject.toString()) : names().get(0).unicode();
	}

	/**
	 * Returns when the certificate is valid.
	 * @return the span
	 */
	public Validity validity() {
		return this.validity;
	}

	/**
	 * Returns the algorithm of the certificate's key.
	 * @return the algorithm
	 */
	public KeyAlgorithm keyAlgorithm() {
		return this.key.algorithm();
	}

	/**
	 * Tells by the names whether this certificate issued another one.
	 * @param other the other certificate
	 * @return {@code true} if the other's issuer is this one's subject
	 */
	public boolean issued(PemCertificate other) {
		return Asn1.sameEncoding(this.subject, other.issuer);
	}

	/**
	 * Writes the certificate with lines of 64 characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write("CERTIFICATE", this.encoded);
	}

	PublicHalf key() {
		return this.key;
	}

	/**
	 * Names the certificate.
	 */
	@Override
	public String toString() {
		return "PemCertificate[block=%d, title=%s]".formatted(this.block, title());
	}

}
