package dev.certdeck.pki.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a certificate or a private key.
 */
public final class PublicKey {

	private final KeyAlgorithm algorithm;

	private final @Nullable AsymmetricKeyParameter key;

	private final SubjectPublicKeyInfo info;

	private PublicKey(KeyAlgorithm algorithm, @Nullable AsymmetricKeyParameter key, SubjectPublicKeyInfo info) {
		this.algorithm = algorithm;
		this.key = key;
		this.info = info;
	}

	/**
	 * Reads a public key. No content makes this fail.
	 * @param info the key
	 * @return the key, which is not usable if it is damaged or of an unknown kind
	 */
	public static PublicKey of(SubjectPublicKeyInfo info) {
		try {
			return read(info);
		}
		catch (IOException | RuntimeException ex) {
			return new PublicKey(KeyAlgorithm.of(info.getAlgorithm()), null, info);
		}
	}

	static PublicKey of(AlgorithmIdentifier algorithm, byte[] content) {
		return of(new SubjectPublicKeyInfo(algorithm, content));
	}

	private static PublicKey read(SubjectPublicKeyInfo info) throws IOException {
		KeyAlgorithm algorithm = KeyAlgorithm.of(info.getAlgorithm());
		return switch (algorithm.family()) {
			case RSA, RSA_PSS -> rsa(algorithm.family(), info);
			case EC, SM2 -> ec(info);
			case DSA -> dsa(info);
			case ED25519, ED448, X25519, X448 -> new PublicKey(algorithm, PublicKeyFactory.createKey(info), info);
			case DH, OTHER -> new PublicKey(algorithm, null, info);
		};
	}

	private static PublicKey rsa(KeyAlgorithm.Family family, SubjectPublicKeyInfo info) {
		RSAPublicKey numbers = RSAPublicKey.getInstance(Asn1.read(info.getPublicKeyData().getOctets()));
		RSAKeyParameters key = new RSAKeyParameters(false, numbers.getModulus(), numbers.getPublicExponent(), true);
		return new PublicKey(KeyAlgorithm.sized(family, key.getModulus().bitLength()),
				KeyBounds.isRsaBounded(key) ? key : null, info);
	}

	private static PublicKey ec(SubjectPublicKeyInfo info) {
		ASN1Encodable parameters = info.getAlgorithm().getParameters();
		return new PublicKey(KeyAlgorithm.ec(parameters),
				EcCurve.find(parameters).map((curve) -> curve.point(info.getPublicKeyData().getOctets())).orElse(null),
				info);
	}

	private static PublicKey dsa(SubjectPublicKeyInfo info) throws IOException {
		DSAParameter parameters = DSAParameter.getInstance(info.getAlgorithm().getParameters());
		return new PublicKey(KeyAlgorithm.sized(KeyAlgorithm.Family.DSA, parameters.getP().bitLength()),
				KeyBounds.isDsaBounded(parameters) ? PublicKeyFactory.createKey(info) : null, info);
	}

	/**
	 * Returns the key's algorithm.
	 * @return the algorithm
	 */
	public KeyAlgorithm algorithm() {
		return this.algorithm;
	}

	/**
	 * Returns the fingerprint.
	 * @return the SHA-256 digest of its SubjectPublicKeyInfo, lower-case hexadecimal
	 */
	public String sha256() {
		return Fingerprint.sha256(Asn1.encode(this.info));
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
		if (this.algorithm.family() != other.algorithm.family() || !isUsable() || !other.isUsable()) {
			return false;
		}
		if (this.key instanceof RSAKeyParameters left && other.key instanceof RSAKeyParameters right) {
			return left.getModulus().equals(right.getModulus()) && left.getExponent().equals(right.getExponent());
		}
		if (this.key instanceof ECPublicKeyParameters left && other.key instanceof ECPublicKeyParameters right) {
			return EcCurve.isSame(left.getParameters(), right.getParameters())
					&& Arrays.equals(left.getQ().getEncoded(false), right.getQ().getEncoded(false));
		}
		if (this.key instanceof DSAPublicKeyParameters left && other.key instanceof DSAPublicKeyParameters right) {
			return left.getY().equals(right.getY()) && left.getParameters().equals(right.getParameters());
		}
		return this.info.getPublicKeyData().equals(other.info.getPublicKeyData());
	}

	/**
	 * Names the algorithm and the fingerprint.
	 */
	@Override
	public String toString() {
		return "PublicKey[%s, %s]".formatted(this.algorithm.name(), sha256());
	}

}
