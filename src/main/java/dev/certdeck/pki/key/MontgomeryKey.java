package dev.certdeck.pki.key;

import java.security.SecureRandom;
import java.util.Arrays;

import org.bouncycastle.crypto.RawAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;

/**
 * A private key that can't sign but agree on secrets (RFC 8410).
 */
final class MontgomeryKey implements PrivateKey {

	private final KeyAlgorithm algorithm;

	private final Side side;

	private final Side guest;

	private final byte[] stated;

	/**
	 * Creates the key.
	 * @param algorithm that of X25519 or X448
	 * @param content the private number
	 * @param stated the public key if the key states it, else empty
	 */
	MontgomeryKey(KeyAlgorithm algorithm, byte[] content, byte[] stated) {
		this.algorithm = algorithm;
		this.stated = stated;
		boolean small = algorithm.family() == KeyAlgorithm.Family.X25519;
		this.side = small ? Side.of(new X25519PrivateKeyParameters(EdwardsKey.exactly(content, 32)))
				: Side.of(new X448PrivateKeyParameters(EdwardsKey.exactly(content, 56)));
		this.guest = small ? Side.of(new X25519PrivateKeyParameters(new SecureRandom()))
				: Side.of(new X448PrivateKeyParameters(new SecureRandom()));
	}

	@Override
	public PublicKey publicKey() {
		return PublicKey.of(this.algorithm, this.side.publicKey());
	}

	@Override
	public boolean isConsistent() {
		return this.stated.length == 0 || Arrays.equals(PublicKey.bits(this.side.publicKey()), this.stated);
	}

	@Override
	public boolean matches(PublicKey other) {
		AsymmetricKeyParameter key = other.key();
		return key != null && Arrays.equals(this.side.agree(this.guest.publicKey()), this.guest.agree(key));
	}

	/**
	 * One side of an agreement.
	 */
	private record Side(AsymmetricKeyParameter privateKey, AsymmetricKeyParameter publicKey, RawAgreement agreement) {

		static Side of(X25519PrivateKeyParameters key) {
			return new Side(key, key.generatePublicKey(), new X25519Agreement());
		}

		static Side of(X448PrivateKeyParameters key) {
			return new Side(key, key.generatePublicKey(), new X448Agreement());
		}

		byte[] agree(AsymmetricKeyParameter other) {
			byte[] secret = new byte[this.agreement.getAgreementSize()];
			this.agreement.init(this.privateKey);
			this.agreement.calculateAgreement(other, secret, 0);
			return secret;
		}

		@Override
		public String toString() {
			return "Side";
		}

	}

}
