package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/**
 * A private EC key (RFC 5915).
 */
final class EcKey implements PrivateKey {

	private final EcCurve curve;

	private final BigInteger scalar;

	private final KeyAlgorithm algorithm;

	private final ECPublicKeyParameters point;

	private final @Nullable ECPublicKeyParameters stated;

	EcKey(EcCurve curve, KeyAlgorithm algorithm, ECPrivateKey key) {
		this.curve = curve;
		this.algorithm = algorithm;
		this.scalar = curve.domain().validatePrivateScalar(key.getKey());
		this.point = new ECPublicKeyParameters(
				new FixedPointCombMultiplier().multiply(curve.domain().getG(), this.scalar).normalize(),
				curve.domain());
		ASN1BitString publicKey = key.getPublicKey();
		this.stated = (publicKey != null) ? curve.point(publicKey.getBytes()) : null;
	}

	@Override
	public PublicKey publicKey() {
		return PublicKey.of(this.algorithm, (this.stated != null) ? this.stated : this.point);
	}

	@Override
	public boolean isConsistent() {
		return isInRange() && (this.stated == null
				|| Arrays.equals(this.stated.getQ().getEncoded(false), this.point.getQ().getEncoded(false)));
	}

	/**
	 * Tells whether the scalar is one of the algorithm; SM2 excludes the order less one.
	 * @return {@code false} if it is not
	 */
	private boolean isInRange() {
		return this.algorithm.family() != KeyAlgorithm.Family.SM2
				|| !this.scalar.equals(this.curve.domain().getN().subtract(BigInteger.ONE));
	}

	@Override
	public boolean matches(PublicKey other) {
		return Proof.bySignature(
				new DSADigestSigner(new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest()),
				new ECPrivateKeyParameters(this.scalar, this.curve.domain()), other.key());
	}

}
