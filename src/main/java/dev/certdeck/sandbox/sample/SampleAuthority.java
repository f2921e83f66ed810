package dev.certdeck.sandbox.sample;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Validity;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The authority that issues all sample certificates. Its RSA signatures make the same
 * certificate the same bytes.
 */
class SampleAuthority {

	private static final int LONGEST_COMMON_NAME = 64;

	private static final X500Name ROOT = name("Certdeck Sandbox", "Certdeck Sandbox Root");

	private static final X500Name INTERMEDIATE = name("Certdeck Sandbox", "Certdeck Sandbox Issuing CA 1");

	private static final Validity AGES = new Validity(Instant.parse("2000-01-01T00:00:00Z"),
			Instant.parse("2079-12-31T23:59:59Z"));

	private final SampleKeys keys;

	private @Nullable X509CertificateHolder intermediate;

	SampleAuthority(SampleKeys keys) {
		this.keys = keys;
	}

	/**
	 * Issues a server certificate.
	 * @param certificate its names and validity
	 * @param key its public key
	 * @return the leaf and its issuer as PEM
	 */
	String issue(HeldCertificate certificate, PublicKey key) {
		try {
			KeyPair issuer = this.keys.rsa("intermediate");
			X500Name subject = subject(certificate);
			boolean nameless = subject.getRDNs().length == 0;
			X509v3CertificateBuilder builder = builder(INTERMEDIATE, certificate, subject, key)
				.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
				.addExtension(Extension.keyUsage, true,
						new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
				.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
				.addExtension(Extension.subjectAlternativeName, nameless, names(certificate))
				.addExtension(Extension.authorityKeyIdentifier, false,
						new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublic()));
			return SampleKeys.pem(sign(builder, issuer), intermediate());
		}
		catch (IOException | GeneralSecurityException | OperatorException ex) {
			throw new IllegalStateException("Cannot issue " + certificate.id(), ex);
		}
	}

	/**
	 * Creates a client certificate authority.
	 * @param certificate its name and validity
	 * @return the self-signed certificate as PEM
	 */
	String selfSigned(HeldCertificate certificate) {
		try {
			X500Name name = name(certificate.product().authority(), certificate.domain());
			KeyPair pair = this.keys.rsa("client authority");
			return SampleKeys.pem(sign(authority(builder(name, certificate, name, pair.getPublic())), pair));
		}
		catch (IOException | GeneralSecurityException | OperatorException ex) {
			throw new IllegalStateException("Cannot make " + certificate.id(), ex);
		}
	}

	private synchronized X509CertificateHolder intermediate()
			throws IOException, GeneralSecurityException, OperatorException {
		if (this.intermediate == null) {
			PublicKey key = this.keys.rsa("intermediate").getPublic();
			X509v3CertificateBuilder builder = builder(ROOT, "intermediate", AGES, INTERMEDIATE, key);
			this.intermediate = sign(authority(builder), this.keys.rsa("root"));
		}
		return this.intermediate;
	}

	private static X509v3CertificateBuilder builder(X500Name issuer, HeldCertificate certificate, X500Name subject,
			PublicKey key) throws IOException, GeneralSecurityException {
		Validity validity = certificate.validity();
		if (validity == null) {
			throw new IllegalArgumentException("Nothing was issued for " + certificate.id());
		}
		return builder(issuer, certificate.id(), validity, subject, key);
	}

	private static X509v3CertificateBuilder builder(X500Name issuer, String serial, Validity validity, X500Name subject,
			PublicKey key) throws IOException, GeneralSecurityException {
		return new JcaX509v3CertificateBuilder(issuer, serial(serial), Date.from(validity.begin()),
				Date.from(validity.end()), subject, key)
			.addExtension(Extension.subjectKeyIdentifier, false,
					new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
	}

	private static X509v3CertificateBuilder authority(X509v3CertificateBuilder builder) throws IOException {
		return builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
			.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
	}

	private static X509CertificateHolder sign(X509v3CertificateBuilder builder, KeyPair issuer)
			throws OperatorException {
		return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate()));
	}

	private static BigInteger serial(String seed) throws GeneralSecurityException {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
		return new BigInteger(1, Arrays.copyOf(digest, 16));
	}

	private static X500Name subject(HeldCertificate certificate) {
		String organization = (certificate.product().grade() != Grade.DV) ? "Example Technology (Shenzhen) Co., Ltd."
				: null;
		String domain = certificate.domain();
		return name(organization, (domain.length() <= LONGEST_COMMON_NAME) ? domain : null);
	}

	private static X500Name name(@Nullable String organization, @Nullable String commonName) {
		X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
		if (organization != null) {
			builder.addRDN(BCStyle.C, "CN").addRDN(BCStyle.O, organization);
		}
		if (commonName != null) {
			builder.addRDN(BCStyle.CN, commonName);
		}
		return builder.build();
	}

	private static GeneralNames names(HeldCertificate certificate) {
		return new GeneralNames(certificate.names()
			.stream()
			.map((name) -> new GeneralName(GeneralName.dNSName, name))
			.toArray(GeneralName[]::new));
	}

}
