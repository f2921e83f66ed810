package dev.certdeck.upload.pem;

import java.util.Map;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A key's algorithm with its size or curve.
 *
 * @param name the name that people use, such as {@code RSA 2048} or {@code EC P-256}
 * @param supported whether keys of this algorithm can be proved and are sent
 */
public record KeyAlgorithm(String name, boolean supported) {

	private static final Map<ASN1ObjectIdentifier, String> OTHERS = Map.of(PKCSObjectIdentifiers.id_RSASSA_PSS,
			"RSA-PSS", X9ObjectIdentifiers.id_dsa, "DSA", EdECObjectIdentifiers.id_Ed25519, "Ed25519",
			EdECObjectIdentifiers.id_Ed448, "Ed448", EdECObjectIdentifiers.id_X25519, "X25519",
			EdECObjectIdentifiers.id_X448, "X448", PKCSObjectIdentifiers.dhKeyAgreement, "DH");

	static KeyAlgorithm rsa(int bits, boolean supported) {
		return new KeyAlgorithm("RSA " + bits, supported);
	}

	static KeyAlgorithm ec(ASN1Encodable parameters) {
		if (GMObjectIdentifiers.sm2p256v1.equals(parameters)) {
			return new KeyAlgorithm("SM2", false);
		}
		return EcCurve.find(parameters)
			.map((curve) -> new KeyAlgorithm("EC " + curve.name(), true))
			.orElseGet(() -> new KeyAlgorithm((parameters instanceof ASN1ObjectIdentifier oid)
					? "EC with the curve " + oid.getId() : "EC with a curve of its own", false));
	}

	static KeyAlgorithm other(AlgorithmIdentifier algorithm) {
		ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
		return new KeyAlgorithm(OTHERS.getOrDefault(oid, oid.getId()), false);
	}

}
