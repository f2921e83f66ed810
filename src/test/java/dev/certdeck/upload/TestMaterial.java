package dev.certdeck.upload;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * Certificates and keys, made when they are asked for.
 */
public final class TestMaterial {

	/**
	 * The present of the tests.
	 */
	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private TestMaterial() {
	}

	/**
	 * Makes a certificate with a key RSA 2048.
	 * @param name its name
	 * @return the pair
	 */
	public static Pair rsa(String name) {
		return Pair.of(keys("RSA", "2048"), name, NOW.plus(Duration.ofDays(90)));
	}

	/**
	 * Makes a certificate with a key on the curve P-256.
	 * @param name its name
	 * @return the pair
	 */
	public static Pair ec(String name) {
		return Pair.of(keys("EC", "secp256r1"), name, NOW.plus(Duration.ofDays(90)));
	}

	/**
	 * Makes a key pair.
	 * @param algorithm the algorithm
	 * @param parameter the size or the curve, may be empty
	 * @return the keys
	 */
	public static KeyPair keys(String algorithm, String parameter) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			if (algorithm.equals("EC")) {
				generator.initialize(new ECGenParameterSpec(parameter));
			}
			else if (!parameter.isEmpty()) {
				generator.initialize(Integer.parseInt(parameter));
			}
			return generator.generateKeyPair();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Writes an object in PEM.
	 * @param object a certificate, a key or the like
	 * @return the PEM
	 */
	public static String pem(Object object) {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return text.toString();
	}

	/**
	 * Writes content as a block.
	 * @param label the block's name
	 * @param content its content
	 * @return the PEM
	 */
	public static String block(String label, byte[] content) {
		return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content), label);
	}

	/**
	 * Makes a certificate.
	 * @param subject its subject
	 * @param keys its keys
	 * @param issuer its issuer
	 * @param issuerKeys the issuer's keys
	 * @param until when it ends
	 * @param names its alternative names
	 * @return the certificate
	 */
	public static X509CertificateHolder certificate(String subject, KeyPair keys, String issuer, KeyPair issuerKeys,
			Instant until, String... names) {
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer),
					BigInteger.valueOf(System.nanoTime()).setBit(62), Date.from(NOW.minus(Duration.ofDays(400))),
					Date.from(until), new X500Name(subject), keys.getPublic());
			if (names.length > 0) {
				builder.addExtension(Extension.subjectAlternativeName, false,
						new GeneralNames(Stream.of(names)
							.map((name) -> new GeneralName(GeneralName.dNSName, name))
							.toArray(GeneralName[]::new)));
			}
			return builder.build(new JcaContentSignerBuilder(signature(issuerKeys)).build(issuerKeys.getPrivate()));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Gives a certificate and a key as somebody pastes them.
	 * @param type what is uploaded
	 * @param chain the field for the certificate
	 * @param key the field for the key
	 * @return the form
	 */
	public static UploadForm form(CertificateType type, String chain, String key) {
		return new UploadForm("", type, "", List.of(new Input(Field.CHAIN, "", chain.getBytes(StandardCharsets.UTF_8)),
				new Input(Field.KEY, "", key.getBytes(StandardCharsets.UTF_8))), Passphrase.none());
	}

	/**
	 * Validates a certificate and a key in an account that holds nothing.
	 * @param chain the field for the certificate
	 * @param key the field for the key
	 * @return the result
	 */
	public static ValidationResult validate(String chain, String key) {
		return UploadValidator.validate(form(CertificateType.SVR, chain, key), (leaf) -> List.of(), NOW);
	}

	private static String signature(KeyPair keys) {
		return switch (keys.getPrivate().getAlgorithm()) {
			case "EC" -> "SHA256withECDSA";
			case "EdDSA", "Ed25519" -> "Ed25519";
			case "DSA" -> "SHA256withDSA";
			default -> "SHA256withRSA";
		};
	}

	/**
	 * A self-signed certificate with its key.
	 *
	 * @param keys the keys
	 * @param holder the certificate
	 */
	public record Pair(KeyPair keys, X509CertificateHolder holder) {

		public static Pair of(KeyPair keys, String name, Instant until) {
			return new Pair(keys, TestMaterial.certificate("CN=" + name, keys, "CN=" + name, keys, until, name));
		}

		public String certificate() {
			return pem(this.holder);
		}

		public byte[] content() {
			try {
				return this.holder.getEncoded();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		/**
		 * Returns the key as PKCS#8.
		 * @return the PEM
		 */
		public String key() {
			return block("PRIVATE KEY", this.keys.getPrivate().getEncoded());
		}

		/**
		 * Returns the key as PKCS#1 or SEC1.
		 * @return the PEM
		 */
		public String traditionalKey() {
			boolean ec = this.keys.getPrivate().getAlgorithm().equals("EC");
			return block(ec ? "EC PRIVATE KEY" : "RSA PRIVATE KEY", ec ? sec1() : traditionalContent());
		}

		private byte[] sec1() {
			PrivateKeyInfo info = PrivateKeyInfo.getInstance(this.keys.getPrivate().getEncoded());
			try {
				return new ECPrivateKey(256, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
						info.getPrivateKeyAlgorithm().getParameters())
					.getEncoded();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		public byte[] traditionalContent() {
			try {
				return PrivateKeyInfo.getInstance(this.keys.getPrivate().getEncoded())
					.parsePrivateKey()
					.toASN1Primitive()
					.getEncoded();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		public String request() {
			try {
				return pem(new JcaPKCS10CertificationRequestBuilder(this.holder.getSubject(), this.keys.getPublic())
					.build(new JcaContentSignerBuilder(signature(this.keys)).build(this.keys.getPrivate())));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
