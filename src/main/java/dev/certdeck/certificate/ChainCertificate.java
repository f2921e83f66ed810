package dev.certdeck.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One X.509 certificate of a chain, in the words that people compare.
 *
 * @param subject the subject's distinguished name
 * @param issuer the issuer's distinguished name
 * @param serial the serial number in hexadecimal
 * @param validity when it is valid
 * @param names the subject alternative names (DNS names and IP addresses)
 * @param key the public key's algorithm and size, such as {@code RSA 2048}
 * @param signature the signature's algorithm, such as {@code SHA256withRSA}
 * @param sha256 the SHA-256 fingerprint in upper-case hexadecimal with colons
 * @param sha1 the SHA-1 fingerprint in upper-case hexadecimal with colons
 */
public record ChainCertificate(String subject, String issuer, String serial, Validity validity, List<DomainName> names,
		String key, String signature, String sha256, String sha1) {

	private static final HexFormat FINGERPRINT = HexFormat.ofDelimiter(":").withUpperCase();

	private static final Set<Integer> NAME_TYPES = Set.of(2, 7);

	/**
	 * Reads a chain.
	 * @param pem the chain in PEM
	 * @return the description of each certificate, in their order
	 * @throws IllegalArgumentException if it can't be read
	 */
	public static List<ChainCertificate> read(String pem) {
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			return factory.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
				.stream()
				.map((certificate) -> of((X509Certificate) certificate))
				.toList();
		}
		catch (CertificateException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Describes a certificate.
	 * @param certificate the certificate
	 * @return its description
	 */
	public static ChainCertificate of(X509Certificate certificate) {
		return new ChainCertificate(certificate.getSubjectX500Principal().toString(),
				certificate.getIssuerX500Principal().toString(), serial(certificate.getSerialNumber()),
				new Validity(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()),
				names(certificate), key(certificate.getPublicKey()), certificate.getSigAlgName(),
				fingerprint(certificate, "SHA-256"), fingerprint(certificate, "SHA-1"));
	}

	private static String serial(BigInteger serial) {
		return serial.toString(16).toUpperCase(Locale.ROOT);
	}

	private static List<DomainName> names(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			return ((names != null) ? names.stream() : Stream.<List<?>>empty())
				.filter((name) -> NAME_TYPES.contains(name.get(0)))
				.map((name) -> new DomainName(String.valueOf(name.get(1))))
				.toList();
		}
		catch (CertificateParsingException ex) {
			return List.of();
		}
	}

	private static String key(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			return "RSA " + rsa.getModulus().bitLength();
		}
		if (key instanceof ECPublicKey ec) {
			return "EC P-" + ec.getParams().getOrder().bitLength();
		}
		return (key instanceof EdECPublicKey edwards) ? edwards.getParams().getName() : key.getAlgorithm();
	}

	private static String fingerprint(X509Certificate certificate, String algorithm) {
		try {
			return FINGERPRINT.formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
		}
		catch (CertificateEncodingException | NoSuchAlgorithmException ex) {
			throw new IllegalArgumentException("Not a certificate that can be encoded", ex);
		}
	}

}
