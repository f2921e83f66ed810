package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * A private RSA key (RFC 8017, appendix A.1.2).
 */
final class RsaKey implements PrivateKey {

	private static final int SIGNING_BITS = 512;

	private final RSAPrivateKey key;

	private final PublicKey publicKey;

	RsaKey(AlgorithmIdentifier algorithm, RSAPrivateKey key) {
		this.key = key;
		this.publicKey = PublicKey.of(algorithm,
				Asn1.encode(new RSAPublicKey(key.getModulus(), key.getPublicExponent())));
	}

	@Override
	public PublicKey publicKey() {
		return this.publicKey;
	}

	@Override
	public boolean isConsistent() {
		return isBounded() && hasFittingParts();
	}

	private boolean isBounded() {
		int bits = this.key.getModulus().bitLength();
		return this.publicKey.isUsable() && Stream
			.of(this.key.getPrivateExponent(), this.key.getPrime1(), this.key.getPrime2(), this.key.getExponent1(),
					this.key.getExponent2(), this.key.getCoefficient())
			.allMatch((part) -> part.signum() > 0 && part.bitLength() <= bits);
	}

	private boolean hasFittingParts() {
		BigInteger p = this.key.getPrime1();
		BigInteger q = this.key.getPrime2();
		return isPrimeSize(p) && isPrimeSize(q) && p.multiply(q).equals(this.key.getModulus())
				&& fits(p, this.key.getExponent1()) && fits(q, this.key.getExponent2())
				&& this.key.getCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
	}

	private static boolean isPrimeSize(BigInteger prime) {
		return prime.compareTo(BigInteger.TWO) > 0;
	}

	private boolean fits(BigInteger prime, BigInteger exponent) {
		BigInteger order = prime.subtract(BigInteger.ONE);
		BigInteger privateExponent = this.key.getPrivateExponent();
		return privateExponent.mod(order).equals(exponent)
				&& privateExponent.multiply(this.key.getPublicExponent()).mod(order).equals(BigInteger.ONE);
	}

	@Override
	public boolean matches(PublicKey other) {
		try {
			return (this.key.getModulus().bitLength() >= SIGNING_BITS)
					? Proof.bySignature(new RSADigestSigner(new SHA256Digest()), parameters(), other.key())
					: reverses();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private RSAPrivateCrtKeyParameters parameters() {
		return new RSAPrivateCrtKeyParameters(this.key.getModulus(), this.key.getPublicExponent(),
				this.key.getPrivateExponent(), this.key.getPrime1(), this.key.getPrime2(), this.key.getExponent1(),
				this.key.getExponent2(), this.key.getCoefficient(), true);
	}

	/**
	 * Tells for a key that is too small to sign whether decryption undoes encryption.
	 * @return {@code true} if they do
	 */
	private boolean reverses() {
		return BigInteger.TWO.modPow(this.key.getPublicExponent(), this.key.getModulus())
			.modPow(this.key.getPrivateExponent(), this.key.getModulus())
			.equals(BigInteger.TWO);
	}

}
