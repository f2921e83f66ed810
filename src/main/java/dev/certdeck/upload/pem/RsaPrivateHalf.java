package dev.certdeck.upload.pem;

import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * The private half of an RSA key (RFC 8017, appendix A.1.2).
 */
final class RsaPrivateHalf implements PrivateHalf {

	private final RSAPrivateKey key;

	RsaPrivateHalf(RSAPrivateKey key) {
		this.key = key;
	}

	@Override
	public PublicHalf publicHalf() {
		return PublicHalf.rsa(new RSAKeyParameters(false, this.key.getModulus(), this.key.getPublicExponent(), true));
	}

	@Override
	public boolean proves(PublicHalf other) {
		try {
			return isBounded() && isConsistent() && signsFor(Objects.requireNonNull(other.rsa()));
		}
		catch (CryptoException | RuntimeException ex) {
			return false;
		}
	}

	private boolean isBounded() {
		int bits = this.key.getModulus().bitLength();
		return Stream
			.of(this.key.getPrivateExponent(), this.key.getPrime1(), this.key.getPrime2(), this.key.getExponent1(),
					this.key.getExponent2(), this.key.getCoefficient())
			.allMatch((part) -> part.signum() > 0 && part.bitLength() <= bits);
	}

	private boolean isConsistent() {
		BigInteger p = this.key.getPrime1();
		BigInteger q = this.key.getPrime2();
		return p.multiply(q).equals(this.key.getModulus()) && fits(p, this.key.getExponent1())
				&& fits(q, this.key.getExponent2())
				&& this.key.getCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
	}

	private boolean fits(BigInteger prime, BigInteger exponent) {
		BigInteger order = prime.subtract(BigInteger.ONE);
		BigInteger privateExponent = this.key.getPrivateExponent();
		return privateExponent.mod(order).equals(exponent)
				&& privateExponent.multiply(this.key.getPublicExponent()).mod(order).equals(BigInteger.ONE);
	}

	private boolean signsFor(RSAKeyParameters publicKey) throws CryptoException {
		byte[] message = publicKey.getModulus().toByteArray();
		RSADigestSigner signer = new RSADigestSigner(new SHA256Digest());
		signer.init(true,
				new RSAPrivateCrtKeyParameters(this.key.getModulus(), this.key.getPublicExponent(),
						this.key.getPrivateExponent(), this.key.getPrime1(), this.key.getPrime2(),
						this.key.getExponent1(), this.key.getExponent2(), this.key.getCoefficient(), true));
		signer.update(message, 0, message.length);
		byte[] signature = signer.generateSignature();
		RSADigestSigner verifier = new RSADigestSigner(new SHA256Digest());
		verifier.init(false, publicKey);
		verifier.update(message, 0, message.length);
		return verifier.verifySignature(signature);
	}

}
