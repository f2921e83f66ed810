package dev.certdeck.sandbox;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate and its key, made for one test.
 *
 * @param certificate the certificate
 * @param keys the key pair
 */
record TestMaterial(X509CertificateHolder certificate, KeyPair keys) {

	static TestMaterial elliptic(String... names) {
		return create("EC", 256, Instant.now().plus(Duration.ofDays(90)), names);
	}

	static TestMaterial create(String algorithm, int bits, Instant end, String... names) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
			generator.initialize(bits);
			KeyPair keys = generator.generateKeyPair();
			X500Name name = new X500Name("O=Example Lab,CN=" + names[0]);
			GeneralName[] alternatives = Stream.of(names)
				.map((alternative) -> new GeneralName(GeneralName.dNSName, alternative))
				.toArray(GeneralName[]::new);
			X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(name, BigInteger.TEN,
					Date.from(end.minus(Duration.ofDays(180))), Date.from(end), name, keys.getPublic())
				.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
				.build(new JcaContentSignerBuilder("SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm))
					.build(keys.getPrivate()));
			return new TestMaterial(certificate, keys);
		}
		catch (GeneralSecurityException | IOException | OperatorCreationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String certificatePem() {
		return pem(this.certificate);
	}

	/**
	 * The key in the form of its algorithm: PKCS#1 or SEC1.
	 * @return the key as PEM
	 */
	String keyPem() {
		return pem(this.keys.getPrivate());
	}

	static String pem(Object item) {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(item);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return text.toString();
	}

}
