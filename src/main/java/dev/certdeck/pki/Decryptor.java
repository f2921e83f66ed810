package dev.certdeck.pki;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

import dev.certdeck.pki.key.BouncyCastle;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.openssl.EncryptionException;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Decrypts keys and containers with a passphrase, within the budget of the upload.
 */
final class Decryptor {

	/**
	 * Stands for the empty password, which Bouncy Castle refuses for some algorithms.
	 * None of them tells the two apart.
	 */
	private static final char[] ZERO = new char[1];

	private static final int LONGEST_CIPHER = 32;

	private final WorkBudget budget;

	private Passphrase passphrase;

	Decryptor(Passphrase passphrase, WorkBudget budget) {
		this.passphrase = passphrase;
		this.budget = budget;
	}

	/**
	 * Uses another password while something is read.
	 * @param password the password, empty to keep the present one
	 * @param reading what to do meanwhile
	 */
	void with(Passphrase password, Runnable reading) {
		Passphrase given = this.passphrase;
		try (password) {
			this.passphrase = password.isEmpty() ? given : password;
			reading.run();
		}
		finally {
			this.passphrase = given;
		}
	}

	/**
	 * Returns the passwords to try: without a passphrase both an absent and an empty one.
	 * @return one password or two
	 */
	List<char[]> candidates() {
		return this.passphrase.isEmpty() ? List.of(this.passphrase.content(), ZERO)
				: List.of(this.passphrase.content());
	}

	Passphrase passphrase() {
		return this.passphrase;
	}

	WorkBudget budget() {
		return this.budget;
	}

	InputDecryptorProvider decryptors() {
		return decryptors(this.passphrase.content());
	}

	/**
	 * Returns the decryptors of a PKCS#12 file.
	 * @param password the password as the file's own algorithms take it
	 * @return the provider, which spends the budget
	 */
	InputDecryptorProvider decryptors(char[] password) {
		InputDecryptorProvider own = provider(password);
		InputDecryptorProvider pbes2 = provider(this.passphrase.isEmpty() ? ZERO : this.passphrase.content());
		return (algorithm) -> {
			this.budget.spend(DerivationCost.of(algorithm));
			try {
				return isPbes2(algorithm) ? pbes2.get(algorithm) : own.get(algorithm);
			}
			catch (OperatorCreationException ex) {
				throw new UnreadableException(FindingCode.UNSUPPORTED_CIPHER, shown(name(algorithm)));
			}
		};
	}

	private static boolean isPbes2(AlgorithmIdentifier algorithm) {
		return PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm());
	}

	private static String name(AlgorithmIdentifier algorithm) {
		return new DefaultAlgorithmNameFinder().getAlgorithmName(isPbes2(algorithm)
				? PBES2Parameters.getInstance(algorithm.getParameters()).getEncryptionScheme().getAlgorithm()
				: algorithm.getAlgorithm());
	}

	private static String shown(String cipher) {
		return (cipher.length() <= LONGEST_CIPHER && !KeyMaterial.isIn(cipher)) ? cipher : FileName.HIDDEN;
	}

	private static InputDecryptorProvider provider(char[] password) {
		return new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(BouncyCastle.provider()).build(password);
	}

	/**
	 * Decrypts a private key in PKCS#8 (RFC 5958, section 3).
	 * @param content an encrypted key
	 * @return the key
	 * @throws UnreadableException if it can't be decrypted
	 */
	byte[] decrypt(byte[] content) {
		requirePassphrase();
		PKCS8EncryptedPrivateKeyInfo key;
		try {
			key = new PKCS8EncryptedPrivateKeyInfo(content);
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_KEY);
		}
		return decrypt(key, decryptors());
	}

	byte[] decrypt(PKCS8EncryptedPrivateKeyInfo key, InputDecryptorProvider decryptors) {
		try {
			return key.decryptPrivateKeyInfo(decryptors).getEncoded();
		}
		catch (PKCSException | IOException | RuntimeException ex) {
			throw UnreadableException.below(ex).orElseGet(() -> new UnreadableException(FindingCode.WRONG_PASSPHRASE));
		}
	}

	/**
	 * Decrypts a private key by the header DEK-Info (RFC 1421, section 4.6.1.3).
	 * @param content the content of the block
	 * @param encryption the header's value, such as {@code AES-256-CBC,0F1E...}
	 * @return the key
	 * @throws UnreadableException if it can't be decrypted
	 */
	byte[] decrypt(byte[] content, String encryption) {
		requirePassphrase();
		String[] parts = encryption.split(",", 2);
		try {
			return new JcePEMDecryptorProviderBuilder().setProvider(BouncyCastle.provider())
				.build(this.passphrase.content())
				.get(parts[0].strip())
				.decrypt(content, HexFormat.of().parseHex(parts[1].strip()));
		}
		catch (OperatorCreationException | PEMException | RuntimeException ex) {
			throw (ex instanceof EncryptionException && ex.getCause() == null)
					? new UnreadableException(FindingCode.UNSUPPORTED_CIPHER, shown(parts[0].strip()))
					: new UnreadableException(FindingCode.WRONG_PASSPHRASE);
		}
	}

	private void requirePassphrase() {
		if (this.passphrase.isEmpty()) {
			throw new UnreadableException(FindingCode.PASSPHRASE_MISSING);
		}
	}

}
