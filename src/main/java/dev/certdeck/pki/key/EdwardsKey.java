package dev.certdeck.pki.key;

import java.util.Arrays;

import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;

/**
 * A private key of the Edwards curves (RFC 8410).
 */
final class EdwardsKey implements PrivateKey {

	private final KeyAlgorithm algorithm;

	private final AsymmetricKeyParameter key;

	private final AsymmetricKeyParameter worked;

	private final Signer signer;

	private final byte[] stated;

	/**
	 * Creates the key.
	 * @param algorithm that of Ed25519 or Ed448
	 * @param content the private number
	 * @param stated the public key if the key states it, else empty
	 */
	EdwardsKey(KeyAlgorithm algorithm, byte[] content, byte[] stated) {
		this.algorithm = algorithm;
		this.stated = stated;
		if (algorithm.family() == KeyAlgorithm.Family.ED25519) {
			Ed25519PrivateKeyParameters parameters = new Ed25519PrivateKeyParameters(exactly(content, 32));
			this.key = parameters;
			this.worked = parameters.generatePublicKey();
			this.signer = new Ed25519Signer();
		}
		else {
			Ed448PrivateKeyParameters parameters = new Ed448PrivateKeyParameters(exactly(content, 57));
			this.key = parameters;
			this.worked = parameters.generatePublicKey();
			this.signer = new Ed448Signer(new byte[0]);
		}
	}

	static byte[] exactly(byte[] content, int length) {
		if (content.length != length) {
			throw new IllegalArgumentException("Not a key of its length");
		}
		return content;
	}

	@Override
	public PublicKey publicKey() {
		return PublicKey.of(this.algorithm, this.worked);
	}

	@Override
	public boolean isConsistent() {
		return this.stated.length == 0 || Arrays.equals(PublicKey.bits(this.worked), this.stated);
	}

	@Override
	public boolean matches(PublicKey other) {
		return Proof.bySignature(this.signer, this.key, other.key());
	}

}
