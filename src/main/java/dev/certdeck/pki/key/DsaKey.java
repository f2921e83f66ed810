package dev.certdeck.pki.key;

import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.jspecify.annotations.Nullable;

/**
 * A private DSA key.
 */
final class DsaKey implements PrivateKey {

	private final DSAParameters parameters;

	private final BigInteger secret;

	private final PublicKey derived;

	private final PublicKey publicKey;

	/**
	 * Creates the key.
	 * @param parameters the prime, its order and the generator
	 * @param secret the private number
	 * @param stated the public number if the key states it
	 * @throws IllegalArgumentException if a number is too large or does not fit the
	 * others
	 */
	DsaKey(DSAParameter parameters, BigInteger secret, @Nullable BigInteger stated) {
		if (!KeyBounds.isDsaBounded(parameters) || secret.signum() <= 0 || secret.compareTo(parameters.getQ()) >= 0) {
			throw new IllegalArgumentException("Not a DSA key of a size that is read");
		}
		this.parameters = new DSAParameters(parameters.getP(), parameters.getQ(), parameters.getG());
		this.secret = secret;
		this.derived = publicKey(parameters, parameters.getG().modPow(secret, parameters.getP()));
		this.publicKey = (stated != null) ? publicKey(parameters, stated) : this.derived;
		if (!this.publicKey.isUsable()) {
			throw new IllegalArgumentException("Not a public number of these parameters");
		}
	}

	private static PublicKey publicKey(DSAParameter parameters, BigInteger number) {
		return PublicKey.of(new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters),
				Asn1.encode(new ASN1Integer(number)));
	}

	@Override
	public PublicKey publicKey() {
		return this.publicKey;
	}

	@Override
	public boolean isConsistent() {
		BigInteger prime = this.parameters.getP();
		BigInteger order = this.parameters.getQ();
		return prime.subtract(BigInteger.ONE).mod(order).signum() == 0
				&& this.parameters.getG().modPow(order, prime).equals(BigInteger.ONE)
				&& this.publicKey.isSame(this.derived);
	}

	@Override
	public boolean matches(PublicKey other) {
		return Proof.bySignature(
				new DSADigestSigner(new DSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest()),
				new DSAPrivateKeyParameters(this.secret, this.parameters), other.key());
	}

}
