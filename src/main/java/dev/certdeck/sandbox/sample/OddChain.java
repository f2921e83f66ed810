package dev.certdeck.sandbox.sample;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.Locale;

import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Validity;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Self-signed certificates with keys that many libraries refuse to read.
 */
enum OddChain {

	/**
	 * The Chinese standard's curve and signature.
	 */
	SM2("sm2p256v1", "SM3withSM2"),

	/**
	 * A curve of the Brainpool working group.
	 */
	BRAINPOOL("brainpoolP256r1", "SHA256withECDSA"),

	/**
	 * A usual curve, given by its parameters.
	 */
	EXPLICIT("secp256r1", "SHA256withECDSA"),

	/**
	 * An unknown curve.
	 */
	UNKNOWN("secp256r1", "SHA256withECDSA");

	private static final Provider PROVIDER = new BouncyCastleProvider();

	private static final ASN1ObjectIdentifier NO_CURVE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

	private final String curve;

	private final String signature;

	OddChain(String curve, String signature) {
		this.curve = curve;
		this.signature = signature;
	}

	/**
	 * Returns the host of a sample.
	 * @return the host, which names the kind
	 */
	String host() {
		return name().toLowerCase(Locale.ROOT) + "-curve.example.com";
	}

	/**
	 * Creates a chain.
	 * @param domain its one name
	 * @param validity its validity
	 * @return the chain, without the key
	 */
	Material make(String domain, Validity validity) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
			generator.initialize(new ECGenParameterSpec(this.curve));
			KeyPair pair = generator.generateKeyPair();
			X500Name name = new X500Name("CN=" + domain);
			X509v3CertificateBuilder builder = new X509v3CertificateBuilder(name, BigInteger.valueOf(ordinal() + 1L),
					Date.from(validity.begin()), Date.from(validity.end()), name, key(pair));
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.dNSName, domain)));
			return new Material(SampleKeys.pem(builder
				.build(new JcaContentSignerBuilder(this.signature).setProvider(PROVIDER).build(pair.getPrivate()))),
					null);
		}
		catch (IOException | GeneralSecurityException | OperatorException ex) {
			throw new IllegalStateException("Cannot make a certificate with the curve " + this.curve, ex);
		}
	}

	private SubjectPublicKeyInfo key(KeyPair pair) {
		SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
		ASN1Encodable parameters = parameters();
		return (parameters != null)
				? new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
						key.getPublicKeyData().getOctets())
				: key;
	}

	private @Nullable ASN1Encodable parameters() {
		return switch (this) {
			case EXPLICIT -> ECNamedCurveTable.getByName(this.curve);
			case UNKNOWN -> NO_CURVE;
			default -> null;
		};
	}

}
