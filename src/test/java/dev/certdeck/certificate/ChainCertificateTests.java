package dev.certdeck.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChainCertificate}.
 */
class ChainCertificateTests {

	private static final Instant FROM = Instant.parse("2026-01-02T03:04:05Z");

	private static final Instant UNTIL = Instant.parse("2051-01-02T03:04:05Z");

	@ParameterizedTest
	@CsvSource({ "RSA, 1024, SHA256withRSA, RSA 1024, SHA256withRSA",
			"RSA, 2048, SHA512withRSA, RSA 2048, SHA512withRSA",
			"EC, secp256r1, SHA256withECDSA, EC P-256, SHA256withECDSA",
			"EC, secp384r1, SHA384withECDSA, EC P-384, SHA384withECDSA",
			"EC, secp521r1, SHA512withECDSA, EC P-521, SHA512withECDSA", "Ed25519, '', Ed25519, Ed25519, Ed25519" })
	void namesKeyAndSignature(String algorithm, String parameter, String signer, String key, String signature)
			throws Exception {
		ChainCertificate described = ChainCertificate.of(certificate(keys(algorithm, parameter), signer));
		assertThat(described.key()).isEqualTo(key);
		assertThat(described.signature()).isEqualTo(signature);
	}

	@Test
	void fingerprintsAreThoseOfTheEncodedCertificate() throws Exception {
		X509Certificate certificate = certificate(keys("EC", "secp256r1"), "SHA256withECDSA");
		ChainCertificate described = ChainCertificate.of(certificate);
		assertThat(described.sha256()).isEqualTo(fingerprint("SHA-256", certificate)).hasSize(95);
		assertThat(described.sha1()).isEqualTo(fingerprint("SHA-1", certificate)).hasSize(59);
	}

	@Test
	void describesSubjectIssuerSerialAndValidity() throws Exception {
		ChainCertificate described = ChainCertificate.of(certificate(keys("EC", "secp256r1"), "SHA256withECDSA"));
		assertThat(described.subject()).isEqualTo("CN=shop.example.com, O=商城");
		assertThat(described.issuer()).isEqualTo("CN=Test CA");
		assertThat(described.serial()).isEqualTo("A1B2C3D4E5F60718");
		assertThat(described.validity()).isEqualTo(new Validity(FROM, UNTIL));
		assertThat(described.validity().daysLeft(FROM)).isEqualTo(Duration.between(FROM, UNTIL).toDays());
	}

	@Test
	void listsHostNamesAndAddressesOnly() throws Exception {
		X509Certificate certificate = certificate(keys("EC", "secp256r1"), "SHA256withECDSA",
				new GeneralName(GeneralName.dNSName, "*.Example.com"),
				new GeneralName(GeneralName.rfc822Name, "who@example.com"),
				new GeneralName(GeneralName.iPAddress, "192.0.2.7"),
				new GeneralName(GeneralName.iPAddress, "2001:db8::7"),
				new GeneralName(GeneralName.uniformResourceIdentifier, "https://example.com/"));
		ChainCertificate described = ChainCertificate.of(certificate);
		assertThat(described.names()).hasSize(3);
		assertThat(described.names().get(0)).isEqualTo(new DomainName("*.example.com"));
		assertThat(described.names().get(1).covers(new DomainName("192.0.2.7"))).isTrue();
		assertThat(described.names().get(2).covers(new DomainName("2001:db8::7"))).isTrue();
	}

	@Test
	void certificateWithoutNamesHasNone() throws Exception {
		assertThat(ChainCertificate.of(certificate(keys("EC", "secp256r1"), "SHA256withECDSA")).names()).isEmpty();
	}

	private static String fingerprint(String algorithm, X509Certificate certificate) throws Exception {
		StringBuilder text = new StringBuilder();
		for (byte octet : MessageDigest.getInstance(algorithm).digest(certificate.getEncoded())) {
			text.append(text.isEmpty() ? "" : ":").append(String.format("%02X", octet));
		}
		return text.toString();
	}

	private static KeyPair keys(String algorithm, String parameter) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
		if (algorithm.equals("EC")) {
			generator.initialize(new ECGenParameterSpec(parameter));
		}
		if (algorithm.equals("RSA")) {
			generator.initialize(Integer.parseInt(parameter));
		}
		return generator.generateKeyPair();
	}

	private static X509Certificate certificate(KeyPair keys, String signer, GeneralName... names) throws Exception {
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=Test CA"),
				new BigInteger("A1B2C3D4E5F60718", 16), Date.from(FROM), Date.from(UNTIL),
				new X500Name("O=商城, CN=shop.example.com"), keys.getPublic());
		if (names.length > 0) {
			builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
		}
		byte[] encoded = builder.build(new JcaContentSignerBuilder(signer).build(keys.getPrivate())).getEncoded();
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(encoded));
	}

}
