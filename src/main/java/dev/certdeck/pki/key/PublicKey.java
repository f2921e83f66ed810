package dev.certdeck.pki.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * A public key, as a certificate holds it or a private key implies it.
 */
public final class PublicKey {

	private final KeyAlgorithm algorithm;

	private final @Nullable AsymmetricKeyParameter key;

	private final byte[] encoded;

	private PublicKey(KeyAlgorithm algorithm, @Nullable AsymmetricKeyParameter key, byte[] encoded) {
		this.algorithm = algorithm;
		this.key = key;
		this.encoded = encoded;
	}

	/**
	 * Reads the public key of a certificate. No content makes this fail.
	 * @param info the key
	 * @return the key, which is not usable if it is damaged or of an unknown kind
	 */
	public static PublicKey of(SubjectPublicKeyInfo info) {
		byte[] encoded = Asn1.encode(info);
		try {
			return read(info, encoded);
		}
		catch (IOException | RuntimeException ex) {
			return new PublicKey(KeyAlgorithm.of(info.getAlgorithm()), null, encoded);
		}
	}

	private static PublicKey read(SubjectPublicKeyInfo info, byte[] encoded) throws IOException {
		AlgorithmIdentifier identifier = info.getAlgorithm();
		KeyAlgorithm algorithm = KeyAlgorithm.of(identifier);
		return switch (algorithm.family()) {
			case RSA, RSA_PSS -> rsa(algorithm.family(), rsa(info), encoded);
			case EC, SM2 -> ec(info, encoded);
			case DSA -> dsa(info, encoded);
			case ED25519, ED448, X25519, X448 -> new PublicKey(algorithm, PublicKeyFactory.createKey(info), encoded);
			case DH, OTHER -> new PublicKey(algorithm, null, encoded);
		};
	}

	private static RSAKeyParameters rsa(SubjectPublicKeyInfo info) {
		RSAPublicKey key = RSAPublicKey.getInstance(Asn1.read(info.getPublicKeyData().getOctets()));
		return new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true);
	}

	static PublicKey rsa(KeyAlgorithm.Family family, RSAKeyParameters key) {
		return rsa(family, key, encode(key));
	}

	private static PublicKey rsa(KeyAlgorithm.Family family, RSAKeyParameters key, byte[] encoded) {
		KeyAlgorithm algorithm = KeyAlgorithm.sized(family, key.getModulus().bitLength());
		return new PublicKey(algorithm, KeyBounds.isRsaBounded(key) ? key : null, encoded);
	}

	private static PublicKey ec(SubjectPublicKeyInfo info, byte[] encoded) {
		KeyAlgorithm algorithm = KeyAlgorithm.ec(info.getAlgorithm().getParameters());
		Optional<EcCurve> curve = EcCurve.find(info.getAlgorithm().getParameters());
		return new PublicKey(algorithm,
				curve.map((known) -> known.point(info.getPublicKeyData().getOctets())).orElse(null), encoded);
	}

	private static PublicKey dsa(SubjectPublicKeyInfo info, byte[] encoded) throws IOException {
		DSAParameter parameters = DSAParameter.getInstance(info.getAlgorithm().getParameters());
		return new PublicKey(KeyAlgorithm.sized(KeyAlgorithm.Family.DSA, parameters.getP().bitLength()),
				KeyBounds.isDsaBounded(parameters) ? PublicKeyFactory.createKey(info) : null, encoded);
	}

	/**
	 * Takes a public key that was worked out from a private one.
	 * @param algorithm its algorithm
	 * @param key the key
	 * @return the public key
	 */
	static PublicKey of(KeyAlgorithm algorithm, AsymmetricKeyParameter key) {
		return new PublicKey(algorithm, key, encode(key));
	}

	/**
	 * Returns the bits of a public key without its algorithm.
	 * @param key the key
	 * @return the content of SubjectPublicKeyInfo's subjectPublicKey
	 */
	static byte[] bits(AsymmetricKeyParameter key) {
		return SubjectPublicKeyInfo.getInstance(encode(key)).getPublicKeyData().getOctets();
	}

	private static byte[] encode(AsymmetricKeyParameter key) {
		try {
			return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("Not a key");
		}
	}

	/**
	 * Returns the key's algorithm.
	 * @return the algorithm
	 */
	public KeyAlgorithm algorithm() {
		return this.algorithm;
	}

	/**
	 * Returns what identifies the key in any certificate.
	 * @return the SHA-256 digest of its SubjectPublicKeyInfo, lower-case hexadecimal
	 */
	public String sha256() {
		return Fingerprint.sha256(this.encoded);
	}

	/**
	 * Returns the modulus of an RSA key.
	 * @return the modulus, absent if it is another key
	 */
	public Optional<BigInteger> rsaModulus() {
		return rsaKey().map(RSAKeyParameters::getModulus);
	}

	/**
	 * Returns the public exponent of an RSA key.
	 * @return the exponent, absent if it is another key
	 */
	public Optional<BigInteger> rsaExponent() {
		return rsaKey().map(RSAKeyParameters::getExponent);
	}

	private Optional<RSAKeyParameters> rsaKey() {
		return (this.key instanceof RSAKeyParameters rsa) ? Optional.of(rsa) : Optional.empty();
	}

	/**
	 * Tells whether the key can verify signatures or agree on a secret.
	 * @return {@code false} if it is damaged, too large or of an unknown kind
	 */
	public boolean isUsable() {
		return this.key != null;
	}

	/**
	 * Returns the key for Bouncy Castle's algorithms.
	 * @return the key, absent if it is not usable
	 */
	@Nullable AsymmetricKeyParameter key() {
		return this.key;
	}

	/**
	 * Tells whether two public keys are the same.
	 * @param other the other key
	 * @return {@code true} if they are of one family and all numbers are equal
	 */
	public boolean isSame(PublicKey other) {
		return this.algorithm.family() == other.algorithm.family() && this.key != null && other.key != null
				&& isSame(this.key, other.key);
	}

	private boolean isSame(AsymmetricKeyParameter key, AsymmetricKeyParameter other) {
		if (key instanceof RSAKeyParameters left && other instanceof RSAKeyParameters right) {
			return left.getModulus().equals(right.getModulus()) && left.getExponent().equals(right.getExponent());
		}
		if (key instanceof ECPublicKeyParameters left && other instanceof ECPublicKeyParameters right) {
			return EcCurve.isSame(left.getParameters(), right.getParameters())
					&& Arrays.equals(left.getQ().getEncoded(false), right.getQ().getEncoded(false));
		}
		if (key instanceof DSAPublicKeyParameters left && other instanceof DSAPublicKeyParameters right) {
			return left.getY().equals(right.getY()) && left.getParameters().equals(right.getParameters());
		}
		return Arrays.equals(encode(key), encode(other));
	}

	/**
	 * Names the algorithm and the fingerprint.
	 */
	@Override
	public String toString() {
		return "PublicKey[%s, %s]".formatted(this.algorithm.name(), sha256());
	}

}
