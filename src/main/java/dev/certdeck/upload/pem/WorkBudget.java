package dev.certdeck.upload.pem;

import java.math.BigInteger;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The work that trying passphrases may cost in one upload, counted in iterations of
 * PBKDF2, as long as which about a block of scrypt takes. It is checked before the work
 * begins. The algorithms before PBES2 derive a key and an initial vector, each with all
 * iterations. An iteration of MD2, GOST R 34.11-94 or Streebog takes up to forty times as
 * long as one of any other digest that Bouncy Castle knows.
 */
final class WorkBudget {

	private static final long MAXIMUM_ITERATIONS = 700_000;

	private static final long MAXIMUM_SCRYPT_MEMORY = 32L << 20;

	private static final int MAXIMUM_SCRYPT_LANES_BITS = 4;

	private static final BigInteger SLOWNESS = BigInteger.valueOf(40);

	private static final Set<ASN1ObjectIdentifier> SLOW = Set.of(PKCSObjectIdentifiers.md2,
			PKCSObjectIdentifiers.pbeWithMD2AndDES_CBC, PKCSObjectIdentifiers.pbeWithMD2AndRC2_CBC,
			CryptoProObjectIdentifiers.gostR3411, CryptoProObjectIdentifiers.gostR3411Hmac,
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256,
			RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512,
			RosstandartObjectIdentifiers.id_tc26_hmac_gost_3411_12_256,
			RosstandartObjectIdentifiers.id_tc26_hmac_gost_3411_12_512);

	private long left = MAXIMUM_ITERATIONS;

	/**
	 * Takes the work of an algorithm.
	 * @param algorithm an algorithm of PKCS#5 or PKCS#12
	 * @throws UnreadableException if it is more than is left
	 */
	void spend(AlgorithmIdentifier algorithm) {
		if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
			derive(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
		}
		else if (PKCSObjectIdentifiers.id_PBKDF2.equals(algorithm.getAlgorithm())) {
			spend(PBKDF2Params.getInstance(algorithm.getParameters()));
		}
		else {
			spend(algorithm.getAlgorithm(), second(algorithm.getParameters()).shiftLeft(1));
		}
	}

	private void derive(KeyDerivationFunc function) {
		if (MiscObjectIdentifiers.id_scrypt.equals(function.getAlgorithm())) {
			ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
			BigInteger blocks = scrypt.getCostParameter().multiply(scrypt.getBlockSize());
			if (blocks.signum() <= 0 || blocks.bitLength() > 40 || blocks.longValue() * 128 > MAXIMUM_SCRYPT_MEMORY
					|| scrypt.getParallelizationParameter().bitLength() > MAXIMUM_SCRYPT_LANES_BITS) {
				throw new UnreadableException(Fault.Code.TOO_MUCH_WORK);
			}
			spend(blocks.multiply(scrypt.getParallelizationParameter()));
		}
		else {
			spend(PBKDF2Params.getInstance(function.getParameters()));
		}
	}

	private void spend(PBKDF2Params parameters) {
		spend(parameters.getPrf().getAlgorithm(), parameters.getIterationCount());
	}

	private static BigInteger second(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 1)
				? ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue() : BigInteger.ONE;
	}

	/**
	 * Takes iterations of an algorithm.
	 * @param algorithm the digest, or what is built on one
	 * @param iterations how many
	 * @throws UnreadableException if they are more than are left
	 */
	void spend(ASN1ObjectIdentifier algorithm, BigInteger iterations) {
		spend(SLOW.contains(algorithm) ? iterations.multiply(SLOWNESS) : iterations);
	}

	private void spend(BigInteger iterations) {
		if (iterations.signum() < 0 || iterations.compareTo(BigInteger.valueOf(this.left)) > 0) {
			throw new UnreadableException(Fault.Code.TOO_MUCH_WORK);
		}
		this.left -= iterations.longValue();
	}

}
