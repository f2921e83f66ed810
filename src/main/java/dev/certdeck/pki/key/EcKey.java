package dev.certdeck.pki.key;

import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private EC key (RFC 5915).
 */
final class EcKey implements PrivateKey {

	private final EcCurve curve;

	private final BigInteger scalar;

	private final PublicKey derived;

	private final PublicKey publicKey;

	/**
	 * Creates the key.
	 * @param curve the curve
	 * @param parameters the curve as the key names it
	 * @param key the key
	 * @throws IllegalArgumentException if a number of the key does not fit the curve
	 */
	EcKey(EcCurve curve, ASN1Encodable parameters, ECPrivateKey key) {
		this.curve = curve;
		this.scalar = curve.domain().validatePrivateScalar(key.getKey());
		AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters);
		this.derived = PublicKey.of(algorithm,
				new FixedPointCombMultiplier().multiply(curve.domain().getG(), this.scalar)
					.normalize()
					.getEncoded(false));
		ASN1BitString stated = key.getPublicKey();
		this.publicKey = (stated != null) ? PublicKey.of(algorithm, stated.getBytes()) : this.derived;
		if (!this.publicKey.isUsable()) {
			throw new IllegalArgumentException("Not a point of the curve");
		}
	}

	@Override
	public PublicKey publicKey() {
		return this.publicKey;
	}

	@Override
	public boolean isConsistent() {
		return isInRange() && this.publicKey.isSame(this.derived);
	}

	/**
	 * Tells whether the scalar is one of the algorithm; SM2 excludes the order less one.
	 * @return {@code false} if it is not
	 */
	private boolean isInRange() {
		return this.publicKey.algorithm().family() != KeyAlgorithm.Family.SM2
				|| !this.scalar.equals(this.curve.domain().getN().subtract(BigInteger.ONE));
	}

	@Override
	public boolean matches(PublicKey other) {
		return Proof.bySignature(
				new DSADigestSigner(new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest()),
				new ECPrivateKeyParameters(this.scalar, this.curve.domain()), other.key());
	}

}
