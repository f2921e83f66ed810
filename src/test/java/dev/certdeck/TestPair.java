package dev.certdeck;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A certificate for a name that nobody else uses, with its key, made for one test.
 *
 * @param name the name
 * @param certificate the certificate as PEM
 * @param key the key as PEM, in PKCS#8
 */
public record TestPair(String name, String certificate, String key) {

	/**
	 * Makes a pair.
	 * @return the pair, valid for 90 days
	 */
	public static TestPair create() {
		String name = "made-" + UUID.randomUUID().toString().substring(0, 8) + ".example.com";
		return create(name, name);
	}

	/**
	 * Makes a pair whose subject has another name.
	 * @param name the alternative name
	 * @param commonName the common name, which may be anything
	 * @return the pair, valid for 90 days
	 */
	static TestPair create(String name, String commonName) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			KeyPair keys = generator.generateKeyPair();
			X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
			Instant now = Instant.now();
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject,
					BigInteger.valueOf(System.nanoTime()).setBit(62), Date.from(now.minus(Duration.ofDays(1))),
					Date.from(now.plus(Duration.ofDays(90))), subject, keys.getPublic());
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
			return new TestPair(name,
					pem(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))),
					pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded())));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(Object object) throws Exception {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		}
		return text.toString();
	}

}
