package dev.certdeck.pki.key;

import java.util.Arrays;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.jspecify.annotations.Nullable;

/**
 * A key's algorithm with its size or curve.
 *
 * @param family the kind of algorithm
 * @param variant the size in bits or the curve, empty if the family has one variant only
 */
public record KeyAlgorithm(Family family, String variant) {

	private static final int LONGEST_NAME = 40;

	private static final DefaultAlgorithmNameFinder NAMES = new DefaultAlgorithmNameFinder();

	static KeyAlgorithm sized(Family family, int bits) {
		return new KeyAlgorithm(family, String.valueOf(bits));
	}

	static KeyAlgorithm ec(@Nullable ASN1Encodable parameters) {
		if (GMObjectIdentifiers.sm2p256v1.equals(parameters)) {
			return new KeyAlgorithm(Family.SM2, "");
		}
		return new KeyAlgorithm(Family.EC, (parameters != null) ? curve(parameters) : "");
	}

	private static String curve(ASN1Encodable parameters) {
		return EcCurve.find(parameters)
			.map(EcCurve::name)
			.orElseGet(
					() -> (parameters instanceof ASN1ObjectIdentifier oid) ? nameOf(oid) : "with a curve of its own");
	}

	/**
	 * Names an algorithm. A long identifier is hidden, since it is not a real one and may
	 * hold anything.
	 * @param identifier the algorithm of a key or a signature
	 * @return the usual name, else the identifier in dotted form or an ellipsis
	 */
	public static String nameOf(ASN1ObjectIdentifier identifier) {
		Family family = Family.of(identifier);
		if (family != Family.OTHER) {
			return family.label;
		}
		String name = NAMES.getAlgorithmName(identifier);
		return (name.length() <= LONGEST_NAME) ? name.replace("WITH", "with") : "\u2026";
	}

	/**
	 * Recognises an algorithm by its identifier alone.
	 * @param identifier the identifier of a key
	 * @return the algorithm, its variant empty or the name of an unknown family
	 */
	public static KeyAlgorithm of(AlgorithmIdentifier identifier) {
		Family family = Family.of(identifier.getAlgorithm());
		return new KeyAlgorithm(family, (family != Family.OTHER) ? "" : nameOf(identifier.getAlgorithm()));
	}

	/**
	 * Returns the usual name.
	 * @return for example {@code RSA 2048}, {@code EC P-256} or {@code ML-DSA-65}
	 */
	public String name() {
		return (this.family.label + " " + this.variant).strip();
	}

	/**
	 * Returns the size of an RSA or DSA key.
	 * @return the bits, zero if the family has no sizes
	 */
	public int bits() {
		return this.variant.matches("[0-9]{1,6}") ? Integer.parseInt(this.variant) : 0;
	}

	/**
	 * The kinds of algorithms. X25519, X448 and DH can not sign; {@code OTHER} is any
	 * other.
	 */
	public enum Family {

		RSA("RSA", PKCSObjectIdentifiers.rsaEncryption), RSA_PSS("RSA-PSS", PKCSObjectIdentifiers.id_RSASSA_PSS),
		EC("EC", X9ObjectIdentifiers.id_ecPublicKey), SM2("SM2"), DSA("DSA", X9ObjectIdentifiers.id_dsa),
		ED25519("Ed25519", EdECObjectIdentifiers.id_Ed25519), ED448("Ed448", EdECObjectIdentifiers.id_Ed448),
		X25519("X25519", EdECObjectIdentifiers.id_X25519), X448("X448", EdECObjectIdentifiers.id_X448),
		DH("DH", PKCSObjectIdentifiers.dhKeyAgreement, X9ObjectIdentifiers.dhpublicnumber), OTHER("");

		private final String label;

		private final List<ASN1ObjectIdentifier> identifiers;

		Family(String label, ASN1ObjectIdentifier... identifiers) {
			this.label = label;
			this.identifiers = List.of(identifiers);
		}

		/**
		 * Returns the usual name.
		 * @return the name
		 */
		public String label() {
			return this.label;
		}

		static Family of(ASN1ObjectIdentifier identifier) {
			return Arrays.stream(values())
				.filter((family) -> family.identifiers.contains(identifier))
				.findFirst()
				.orElse(OTHER);
		}

	}

}
