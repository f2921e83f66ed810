package dev.certdeck.sandbox.cloud;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * Checks whether a private key belongs to a certificate, by a signature.
 */
class KeyPairing {

	private static final byte[] CHALLENGE = "Certdeck sandbox".getBytes(StandardCharsets.US_ASCII);

	private final Provider provider = new BouncyCastleProvider();

	private final JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(this.provider);

	void check(SubjectPublicKeyInfo certified, String keyPem) {
		PrivateKey privateKey = read(keyPem);
		try {
			PublicKey publicKey = this.converter.getPublicKey(certified);
			if (!verifies(privateKey, publicKey)) {
				throw new RefusedException(Refusal.MISMATCH);
			}
		}
		catch (InvalidKeyException | SignatureException ex) {
			throw new RefusedException(Refusal.MISMATCH);
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new RefusedException(Refusal.UNREADABLE_CERTIFICATE);
		}
	}

	private boolean verifies(PrivateKey privateKey, PublicKey publicKey) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(algorithm(privateKey), this.provider);
		signature.initSign(privateKey);
		signature.update(CHALLENGE);
		byte[] signed = signature.sign();
		signature.initVerify(publicKey);
		signature.update(CHALLENGE);
		return signature.verify(signed);
	}

	private static String algorithm(PrivateKey key) {
		return switch (key.getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC", "ECDSA" -> "SHA256withECDSA";
			default -> key.getAlgorithm();
		};
	}

	private PrivateKey read(String pem) {
		try (PEMParser parser = new PEMParser(new StringReader(pem))) {
			for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
				if (item instanceof PEMKeyPair pair) {
					return this.converter.getPrivateKey(pair.getPrivateKeyInfo());
				}
				if (item instanceof PrivateKeyInfo info) {
					return this.converter.getPrivateKey(info);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new RefusedException(Refusal.UNREADABLE_KEY);
		}
		throw new RefusedException(Refusal.UNREADABLE_KEY);
	}

}
