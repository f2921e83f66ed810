package dev.certdeck.pki.key;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * An elliptic curve.
 *
 * @param name the curve's name, such as {@code P-256}, or its size in bits
 * @param domain its parameters
 */
record EcCurve(String name, ECDomainParameters domain) {

	private static final int MAXIMUM_BITS = 640;

	/**
	 * Finds the curve of a key.
	 * @param parameters the parameters that the key gives (RFC 3279, section 2.3.5)
	 * @return the curve, or nothing if it is not known
	 */
	static Optional<EcCurve> find(ASN1Encodable parameters) {
		if (parameters instanceof ASN1ObjectIdentifier oid) {
			return named(oid);
		}
		return (parameters instanceof ASN1Sequence explicit) ? explicit(explicit) : Optional.empty();
	}

	private static Optional<EcCurve> named(ASN1ObjectIdentifier oid) {
		X9ECParameters curve = Optional.ofNullable(CustomNamedCurves.getByOID(oid))
			.orElseGet(() -> ECNamedCurveTable.getByOID(oid));
		String name = Optional.ofNullable(NISTNamedCurves.getName(oid))
			.orElseGet(() -> Objects.requireNonNullElse(ECNamedCurveTable.getName(oid), oid.getId()));
		return Optional.ofNullable(curve).map((known) -> new EcCurve(name, new ECDomainParameters(known)));
	}

	private static Optional<EcCurve> explicit(ASN1Sequence explicit) {
		ASN1Sequence field = ASN1Sequence.getInstance(explicit.getObjectAt(1));
		if (!X9ObjectIdentifiers.prime_field.equals(field.getObjectAt(0)) || isLarge(field.getObjectAt(1))
				|| IntStream.range(4, explicit.size()).mapToObj(explicit::getObjectAt).anyMatch(EcCurve::isLarge)) {
			return Optional.empty();
		}
		ECDomainParameters domain = new ECDomainParameters(X9ECParameters.getInstance(explicit));
		return Optional.of(new EcCurve(String.valueOf(domain.getCurve().getFieldSize()), domain));
	}

	/**
	 * Tells whether a number, the order of a curve for example, is larger than one of a
	 * real curve: a point is tried by being multiplied with it.
	 * @param number the number
	 * @return {@code true} if it is, or is no number
	 */
	private static boolean isLarge(ASN1Encodable number) {
		return !(number instanceof ASN1Integer integer) || integer.getPositiveValue().bitLength() > MAXIMUM_BITS;
	}

	/**
	 * Reads a public key.
	 * @param encoded the encoded point
	 * @return the key
	 * @throws IllegalArgumentException if it is not a point of the curve
	 */
	ECPublicKeyParameters point(byte[] encoded) {
		return new ECPublicKeyParameters(this.domain.getCurve().decodePoint(encoded), this.domain);
	}

	static boolean isSame(ECDomainParameters left, ECDomainParameters right) {
		return left.getCurve().equals(right.getCurve()) && left.getG().equals(right.getG())
				&& left.getN().equals(right.getN());
	}

}
