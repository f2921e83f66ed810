package dev.certdeck.upload.pem;

import java.math.BigInteger;
import java.util.Objects;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/**
 * The private half of an EC key (RFC 5915).
 */
final class EcPrivateHalf implements PrivateHalf {

	private final EcCurve curve;

	private final BigInteger scalar;

	private final KeyAlgorithm algorithm;

	private final PublicHalf.EcPoint point;

	private final PublicHalf.@Nullable EcPoint stated;

	EcPrivateHalf(EcCurve curve, KeyAlgorithm algorithm, ECPrivateKey key) {
		this.curve = curve;
		this.algorithm = algorithm;
		this.scalar = curve.domain().validatePrivateScalar(key.getKey());
		ECPoint point = new FixedPointCombMultiplier().multiply(curve.domain().getG(), this.scalar).normalize();
		this.point = new PublicHalf.EcPoint(curve, point);
		ASN1BitString publicKey = key.getPublicKey();
		this.stated = (publicKey != null) ? PublicHalf.EcPoint.decode(curve, publicKey.getOctets()) : null;
	}

	@Override
	public PublicHalf publicHalf() {
		return new PublicHalf(this.algorithm, null, (this.stated != null) ? this.stated : this.point);
	}

	@Override
	public boolean proves(PublicHalf other) {
		return (this.stated == null || this.stated.isSame(this.point)) && signsFor(Objects.requireNonNull(other.ec()));
	}

	private boolean signsFor(PublicHalf.EcPoint other) {
		byte[] message = other.point().getEncoded(true);
		byte[] digest = new byte[32];
		SHA256Digest sha256 = new SHA256Digest();
		sha256.update(message, 0, message.length);
		sha256.doFinal(digest, 0);
		ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
		signer.init(true, new ECPrivateKeyParameters(this.scalar, this.curve.domain()));
		BigInteger[] signature = signer.generateSignature(digest);
		ECDSASigner verifier = new ECDSASigner();
		verifier.init(false, new ECPublicKeyParameters(other.point(), other.curve().domain()));
		return verifier.verifySignature(digest, signature[0], signature[1]);
	}

}
