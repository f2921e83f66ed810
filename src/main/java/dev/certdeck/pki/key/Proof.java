package dev.certdeck.pki.key;

import java.nio.charset.StandardCharsets;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.jspecify.annotations.Nullable;

/**
 * A signature that is made with a private key and verified with a public one.
 */
final class Proof {

	private static final byte[] MESSAGE = "Certdeck tries whether a private key belongs to a certificate."
		.getBytes(StandardCharsets.UTF_8);

	private Proof() {
	}

	/**
	 * Signs and verifies.
	 * @param signer the scheme
	 * @param privateKey the key to sign with
	 * @param publicKey the key to verify with
	 * @return {@code false} if the signature is not verified or can't be made
	 */
	static boolean bySignature(Signer signer, CipherParameters privateKey, @Nullable CipherParameters publicKey) {
		if (publicKey == null) {
			return false;
		}
		try {
			signer.init(true, privateKey);
			signer.update(MESSAGE, 0, MESSAGE.length);
			byte[] signature = signer.generateSignature();
			signer.init(false, publicKey);
			signer.update(MESSAGE, 0, MESSAGE.length);
			return signer.verifySignature(signature);
		}
		catch (CryptoException | RuntimeException ex) {
			return false;
		}
	}

}
