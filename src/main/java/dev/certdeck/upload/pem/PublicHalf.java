package dev.certdeck.upload.pem;

import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key pair, as a certificate holds it or a private key implies it.
 *
 * @param algorithm the key's algorithm
 * @param rsa the key if it is a supported RSA key
 * @param ec the key if it is a supported EC key
 */
record PublicHalf(KeyAlgorithm algorithm, @Nullable RSAKeyParameters rsa, @Nullable EcPoint ec) {

	private static final int MINIMUM_RSA_BITS = 512;

	private static final int MAXIMUM_RSA_BITS = 8192;

	private static final int LARGE_RSA_BITS = 3072;

	private static final int MAXIMUM_EXPONENT_BITS = 64;

	static PublicHalf of(SubjectPublicKeyInfo info) {
		if (PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm())) {
			RSAPublicKey key = RSAPublicKey.getInstance(Asn1.read(info.getPublicKeyData().getOctets()));
			return rsa(new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true));
		}
		if (!X9ObjectIdentifiers.id_ecPublicKey.equals(info.getAlgorithm().getAlgorithm())) {
			return new PublicHalf(KeyAlgorithm.other(info.getAlgorithm()), null, null);
		}
		KeyAlgorithm algorithm = KeyAlgorithm.ec(info.getAlgorithm().getParameters());
		Optional<EcCurve> curve = EcCurve.find(info.getAlgorithm().getParameters());
		return new PublicHalf(algorithm, null,
				curve.map((known) -> EcPoint.decode(known, info.getPublicKeyData().getOctets())).orElse(null));
	}

	static PublicHalf rsa(RSAKeyParameters key) {
		int bits = key.getModulus().bitLength();
		boolean supported = key.getModulus().signum() > 0 && bits >= MINIMUM_RSA_BITS && bits <= MAXIMUM_RSA_BITS
				&& key.getExponent().signum() > 0
				&& key.getExponent().bitLength() <= ((bits > LARGE_RSA_BITS) ? MAXIMUM_EXPONENT_BITS : bits);
		return new PublicHalf(KeyAlgorithm.rsa(bits, supported), key, null);
	}

	/**
	 * Tells whether two halves are the same key.
	 * @param other the other half
	 * @return {@code true} if all numbers are equal
	 */
	boolean isSame(PublicHalf other) {
		if (this.rsa != null && other.rsa != null) {
			return this.rsa.getModulus().equals(other.rsa.getModulus())
					&& this.rsa.getExponent().equals(other.rsa.getExponent());
		}
		return this.ec != null && other.ec != null && this.ec.isSame(other.ec);
	}

	/**
	 * A point on a curve.
	 *
	 * @param curve the curve
	 * @param point the point
	 */
	record EcPoint(EcCurve curve, ECPoint point) {

		static EcPoint decode(EcCurve curve, byte[] encoded) {
			return new EcPoint(curve,
					curve.domain().validatePublicPoint(curve.domain().getCurve().decodePoint(encoded)));
		}

		boolean isSame(EcPoint other) {
			return this.curve.isSame(other.curve)
					&& Arrays.equals(this.point.getEncoded(false), other.point.getEncoded(false));
		}

	}

}
