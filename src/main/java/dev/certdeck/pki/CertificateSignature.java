package dev.certdeck.pki;

import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.pki.key.Asn1;
import dev.certdeck.pki.key.BouncyCastle;
import dev.certdeck.pki.key.PublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Checks the issuer and the signature of a certificate.
 */
final class CertificateSignature {

	private static final Map<ASN1ObjectIdentifier, String> WEAK_DIGESTS = Map.of(PKCSObjectIdentifiers.md2, "MD2",
			PKCSObjectIdentifiers.md4, "MD4", PKCSObjectIdentifiers.md5, "MD5", OIWObjectIdentifiers.idSHA1, "SHA-1");

	private static final int LONGEST_SALT = 1024;

	private CertificateSignature() {
	}

	static boolean isAuthority(Certificate certificate) {
		try {
			BasicConstraints constraints = BasicConstraints.fromExtensions(extensions(certificate));
			return constraints != null && constraints.isCA();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Tells whether the authority key identifier of a certificate names an issuer, as far
	 * as it has one (RFC 5280, section 4.2.1.1).
	 * @param certificate the certificate
	 * @param issuer the certificate that may have signed it
	 * @return {@code false} if it names another key or serial number
	 */
	static boolean identifies(Certificate certificate, Certificate issuer) {
		try {
			AuthorityKeyIdentifier named = AuthorityKeyIdentifier.fromExtensions(extensions(certificate));
			if (named == null) {
				return true;
			}
			SubjectKeyIdentifier own = SubjectKeyIdentifier.fromExtensions(extensions(issuer));
			boolean sameKey = own == null || named.getKeyIdentifierOctets() == null
					|| Arrays.equals(named.getKeyIdentifierOctets(), own.getKeyIdentifier());
			return sameKey && (named.getAuthorityCertSerialNumber() == null
					|| named.getAuthorityCertSerialNumber().equals(issuer.getSerialNumber().getValue()));
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	private static Extensions extensions(Certificate certificate) {
		return certificate.getTBSCertificate().getExtensions();
	}

	static boolean verify(Certificate certificate, SubjectPublicKeyInfo issuer, PublicKey issuerKey) {
		if (!issuerKey.isUsable() || hasLongSalt(certificate.getSignatureAlgorithm())) {
			return false;
		}
		try {
			ContentVerifier verifier = new JcaContentVerifierProviderBuilder().setProvider(BouncyCastle.provider())
				.build(issuer)
				.get(certificate.getSignatureAlgorithm());
			try (OutputStream content = verifier.getOutputStream()) {
				content.write(Asn1.encode(certificate.getTBSCertificate()));
			}
			return verifier.verify(certificate.getSignature().getOctets());
		}
		catch (Exception ex) {
			return false;
		}
	}

	/**
	 * Tells whether an RSA-PSS signature states a salt that is longer than any key
	 * allows; memory would be allocated for it.
	 * @param algorithm the algorithm of a signature
	 * @return {@code true} if it does
	 */
	private static boolean hasLongSalt(AlgorithmIdentifier algorithm) {
		return PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm.getAlgorithm())
				&& algorithm.getParameters() instanceof ASN1Sequence parameters
				&& RSASSAPSSparams.getInstance(parameters)
					.getSaltLength()
					.compareTo(BigInteger.valueOf(LONGEST_SALT)) > 0;
	}

	static Optional<String> weakDigest(Certificate certificate) {
		try {
			AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder()
				.find(certificate.getSignatureAlgorithm());
			return Optional.ofNullable(WEAK_DIGESTS.get(digest.getAlgorithm()));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

}
