package dev.certdeck.certificate;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * Names the algorithms of certificates as people do; one that has no name by its
 * identifier.
 */
final class AlgorithmName {

	private static final DefaultAlgorithmNameFinder NAMES = new DefaultAlgorithmNameFinder();

	private static final Map<ASN1ObjectIdentifier, String> USUAL = Map.of(PKCSObjectIdentifiers.rsaEncryption, "RSA",
			PKCSObjectIdentifiers.id_RSASSA_PSS, "RSA-PSS", X9ObjectIdentifiers.id_ecPublicKey, "EC",
			X9ObjectIdentifiers.id_dsa, "DSA", EdECObjectIdentifiers.id_Ed25519, "Ed25519",
			EdECObjectIdentifiers.id_Ed448, "Ed448", EdECObjectIdentifiers.id_X25519, "X25519",
			EdECObjectIdentifiers.id_X448, "X448");

	private AlgorithmName() {
	}

	/**
	 * Names a public key's algorithm.
	 * @param key the key
	 * @return for example {@code RSA 2048}, {@code EC P-256} or {@code SM2}; for a curve
	 * that is not named its size
	 */
	static String ofKey(SubjectPublicKeyInfo key) {
		AlgorithmIdentifier identifier = key.getAlgorithm();
		String name = name(identifier.getAlgorithm());
		if (name.startsWith("RSA")) {
			return (name + " " + size(key)).strip();
		}
		if (name.equals("EC")) {
			ASN1Encodable curve = identifier.getParameters();
			return GMObjectIdentifiers.sm2p256v1.equals(curve) ? "SM2" : (name + " " + curve(curve)).strip();
		}
		return name;
	}

	/**
	 * Names a signature's algorithm.
	 * @param identifier the algorithm
	 * @return for example {@code SHA256withRSA} or {@code SM3withSM2}
	 */
	static String ofSignature(AlgorithmIdentifier identifier) {
		return name(identifier.getAlgorithm());
	}

	private static String name(ASN1ObjectIdentifier algorithm) {
		return Optional.ofNullable(USUAL.get(algorithm))
			.orElseGet(() -> NAMES.getAlgorithmName(algorithm).replace("WITH", "with"));
	}

	private static String size(SubjectPublicKeyInfo key) {
		try {
			return String.valueOf(RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength());
		}
		catch (IOException | RuntimeException ex) {
			return "";
		}
	}

	private static String curve(ASN1Encodable parameters) {
		if (parameters instanceof ASN1ObjectIdentifier named) {
			return Optional.ofNullable(NISTNamedCurves.getName(named))
				.orElseGet(() -> Objects.requireNonNullElse(ECNamedCurveTable.getName(named), named.getId()));
		}
		try {
			ASN1Sequence field = ASN1Sequence.getInstance(ASN1Sequence.getInstance(parameters).getObjectAt(1));
			return X9ObjectIdentifiers.prime_field.equals(field.getObjectAt(0))
					? String.valueOf(ASN1Integer.getInstance(field.getObjectAt(1)).getPositiveValue().bitLength()) : "";
		}
		catch (RuntimeException ex) {
			return "";
		}
	}

}
