package dev.certdeck.upload.pem;

import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The work that trying passphrases may cost in one upload, counted in iterations of
 * PBKDF2, as long as which about a block of scrypt takes. It is checked before the work
 * begins. The algorithms before PBES2 derive a key and an initial vector, each with all
 * iterations.
 */
final class WorkBudget {

	private static final long MAXIMUM_ITERATIONS = 700_000;

	private static final long MAXIMUM_SCRYPT_MEMORY = 32L << 20;

	private static final int MAXIMUM_SCRYPT_LANES_BITS = 4;

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
			spendIterations(PBKDF2Params.getInstance(algorithm.getParameters()).getIterationCount());
		}
		else {
			spendIterations(second(algorithm.getParameters()).shiftLeft(1));
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
			spendIterations(blocks.multiply(scrypt.getParallelizationParameter()));
		}
		else {
			spendIterations(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
		}
	}

	private static BigInteger second(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 1)
				? ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue() : BigInteger.ONE;
	}

	/**
	 * Takes iterations.
	 * @param iterations how many
	 * @throws UnreadableException if they are more than are left
	 */
	void spendIterations(BigInteger iterations) {
		if (iterations.signum() < 0 || iterations.compareTo(BigInteger.valueOf(this.left)) > 0) {
			throw new UnreadableException(Fault.Code.TOO_MUCH_WORK);
		}
		this.left -= iterations.longValue();
	}

}
