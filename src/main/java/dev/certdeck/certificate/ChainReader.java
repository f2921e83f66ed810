package dev.certdeck.certificate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * Reads certificates of chains whatever their keys are: nothing of a certificate depends
 * on an algorithm being known.
 */
final class ChainReader {

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN (?:X509 )?CERTIFICATE-----(.*?)(?:-----END (?:X509 )?CERTIFICATE-----|$)", Pattern.DOTALL);

	private static final HexFormat FINGERPRINT = HexFormat.ofDelimiter(":").withUpperCase();

	private ChainReader() {
	}

	/**
	 * Finds the certificates in a text.
	 * @param pem the text
	 * @return what stands between the lines BEGIN and END of each
	 */
	static List<String> blocks(String pem) {
		return BLOCK.matcher(pem).results().map((block) -> block.group(1)).toList();
	}

	/**
	 * Reads a certificate.
	 * @param base64 its encoding
	 * @return its description, or nothing if it is no certificate
	 */
	static Optional<ChainCertificate> read(String base64) {
		try {
			byte[] encoded = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
			return Optional.of(read(Certificate.getInstance(encoded), encoded));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static ChainCertificate read(Certificate certificate, byte[] encoded) {
		Instant until = instant(certificate.getEndDate());
		return new ChainCertificate(name(certificate.getSubject()), name(certificate.getIssuer()),
				certificate.getSerialNumber().getValue().toString(16).toUpperCase(Locale.ROOT),
				new Validity(instant(certificate.getStartDate()), until, until == null), names(certificate),
				AlgorithmName.ofKey(certificate.getSubjectPublicKeyInfo()),
				AlgorithmName.ofSignature(certificate.getSignatureAlgorithm()), fingerprint(encoded, "SHA-256"),
				fingerprint(encoded, "SHA-1"));
	}

	private static String name(X500Name name) {
		return attempt(() -> new X500Principal(encoded(name)).toString()).orElseGet(name::toString);
	}

	private static byte[] encoded(X500Name name) {
		try {
			return name.getEncoded();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static @Nullable Instant instant(Time time) {
		return attempt(() -> time.getDate().toInstant()).orElse(null);
	}

	private static List<DomainName> names(Certificate certificate) {
		return attempt(() -> GeneralNames.fromExtensions(certificate.getTBSCertificate().getExtensions(),
				Extension.subjectAlternativeName))
			.map(GeneralNames::getNames)
			.stream()
			.flatMap(Stream::of)
			.flatMap((name) -> text(name).stream())
			.map(DomainName::new)
			.toList();
	}

	private static Optional<String> text(GeneralName name) {
		return switch (name.getTagNo()) {
			case GeneralName.dNSName -> Optional.of(name.getName().toString());
			case GeneralName.iPAddress ->
				attempt(() -> address(ASN1OctetString.getInstance(name.getName()).getOctets()));
			default -> Optional.empty();
		};
	}

	private static String address(byte[] octets) {
		try {
			return InetAddress.getByAddress(octets).getHostAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static String fingerprint(byte[] encoded, String algorithm) {
		try {
			return FINGERPRINT.formatHex(MessageDigest.getInstance(algorithm).digest(encoded));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> Optional<T> attempt(Supplier<@Nullable T> reading) {
		try {
			return Optional.ofNullable(reading.get());
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

}
