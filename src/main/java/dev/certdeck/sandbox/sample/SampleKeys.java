package dev.certdeck.sandbox.sample;

import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * A few key pairs, created on demand and shared by many certificates.
 */
class SampleKeys {

	private static final int RSA_BITS = 2048;

	private static final int ELLIPTIC_BITS = 256;

	private static final int POOL = 8;

	private static final int RSA_IN_POOL = 2;

	private final Map<String, KeyPair> pairs = new ConcurrentHashMap<>();

	KeyPair rsa(String owner) {
		return this.pairs.computeIfAbsent(owner, (key) -> generate("RSA", RSA_BITS));
	}

	KeyPair forLeaf(int hash) {
		int slot = Math.floorMod(hash, POOL);
		return (slot < RSA_IN_POOL) ? rsa("leaf " + slot)
				: this.pairs.computeIfAbsent("leaf " + slot, (key) -> generate("EC", ELLIPTIC_BITS));
	}

	static String pem(KeyPair pair) {
		try {
			return pem(new JcaPKCS8Generator(pair.getPrivate(), null));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot write a key of " + pair.getPrivate().getAlgorithm(), ex);
		}
	}

	/**
	 * Writes certificates or keys as PEM.
	 * @param objects the certificates or keys
	 * @return their blocks, one after the other
	 * @throws IOException if one of them is neither
	 */
	static String pem(Object... objects) throws IOException {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			for (Object object : objects) {
				writer.writeObject(object);
			}
		}
		return text.toString();
	}

	private static KeyPair generate(String algorithm, int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot make a key of " + algorithm, ex);
		}
	}

}
