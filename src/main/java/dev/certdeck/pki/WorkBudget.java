package dev.certdeck.pki;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
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
import org.jspecify.annotations.Nullable;

/**
 * The work that reading an upload may cost: its deadline, and for deriving keys from
 * passphrases a number of iterations of PBKDF2. A block of scrypt takes about as long as
 * an iteration. Both are checked before the work begins. PBKDF2 runs all iterations for
 * every block of the derived key; the algorithms before PBES2 run them for the key and
 * for the initialisation vector. An iteration of MD2, GOST R 34.11-94 or Streebog takes
 * up to forty times as long as one of any other digest of Bouncy Castle.
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

	/**
	 * The length of a derived key in bytes if the algorithm does not state it.
	 */
	private static final int USUAL_KEY = 32;

	/**
	 * The length of the shortest digest in bytes.
	 */
	private static final int SHORTEST_DIGEST = 16;

	private static final Map<ASN1ObjectIdentifier, Integer> DIGESTS = Map.of(PKCSObjectIdentifiers.id_hmacWithSHA1, 20,
			PKCSObjectIdentifiers.id_hmacWithSHA224, 28, PKCSObjectIdentifiers.id_hmacWithSHA256, 32,
			PKCSObjectIdentifiers.id_hmacWithSHA384, 48, PKCSObjectIdentifiers.id_hmacWithSHA512, 64);

	/**
	 * The length of the longest salt in bytes. It is processed again for every block.
	 */
	private static final int LONGEST_SALT = 1024;

	private final Deadline deadline;

	private long left = MAXIMUM_ITERATIONS;

	private boolean exhausted;

	WorkBudget(Deadline deadline) {
		this.deadline = deadline;
	}

	void requireTime() {
		if (this.deadline.isOver()) {
			this.exhausted = true;
			throw new UnreadableException(FindingCode.OUT_OF_TIME, this.deadline.seconds());
		}
	}

	/**
	 * Tells whether the time is over and a problem says so.
	 * @return {@code true} if nothing more should be read
	 */
	boolean isExhausted() {
		return this.exhausted;
	}

	/**
	 * Spends the work of an algorithm.
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
			requireSalt(first(algorithm.getParameters()));
			spend(algorithm.getAlgorithm(), second(algorithm.getParameters()).shiftLeft(1));
		}
	}

	private void derive(KeyDerivationFunc function) {
		if (MiscObjectIdentifiers.id_scrypt.equals(function.getAlgorithm())) {
			ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
			requireSalt(scrypt.getSalt().length);
			BigInteger blocks = scrypt.getCostParameter().multiply(scrypt.getBlockSize());
			if (blocks.signum() <= 0 || blocks.bitLength() > 40 || blocks.longValue() * 128 > MAXIMUM_SCRYPT_MEMORY
					|| scrypt.getParallelizationParameter().bitLength() > MAXIMUM_SCRYPT_LANES_BITS) {
				throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
			}
			spend(blocks.multiply(scrypt.getParallelizationParameter())
				.add(keyBlocks(scrypt.getKeyLength(), USUAL_KEY)));
		}
		else {
			spend(PBKDF2Params.getInstance(function.getParameters()));
		}
	}

	private void spend(PBKDF2Params parameters) {
		ASN1ObjectIdentifier digest = parameters.getPrf().getAlgorithm();
		requireSalt(parameters.getSalt().length);
		spend(digest, parameters.getIterationCount()
			.multiply(keyBlocks(parameters.getKeyLength(), DIGESTS.getOrDefault(digest, SHORTEST_DIGEST))));
	}

	/**
	 * Counts the blocks of a derived key. Two count as one, since the longest usual key
	 * takes two blocks of the shortest usual digest.
	 * @param keyLength the length of the key in bytes, absent if it is the usual one
	 * @param block the length of a block in bytes
	 * @return at least 1
	 */
	private static BigInteger keyBlocks(@Nullable BigInteger keyLength, int block) {
		BigInteger length = Objects.requireNonNullElse(keyLength, BigInteger.valueOf(USUAL_KEY));
		return length.subtract(BigInteger.ONE).divide(BigInteger.valueOf(block)).max(BigInteger.ONE);
	}

	/**
	 * Requires a salt of a usual length.
	 * @param length its length in bytes
	 * @throws UnreadableException if it is longer
	 */
	void requireSalt(int length) {
		if (length > LONGEST_SALT) {
			throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
		}
	}

	private static int first(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 0
				&& sequence.getObjectAt(0) instanceof ASN1OctetString salt) ? salt.getOctetsLength() : 0;
	}

	private static BigInteger second(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 1)
				? ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue() : BigInteger.ONE;
	}

	/**
	 * Spends iterations of an algorithm.
	 * @param algorithm the digest, or what is built on one
	 * @param iterations how many
	 * @throws UnreadableException if they are more than are left
	 */
	void spend(ASN1ObjectIdentifier algorithm, BigInteger iterations) {
		spend(SLOW.contains(algorithm) ? iterations.multiply(SLOWNESS) : iterations);
	}

	private void spend(BigInteger iterations) {
		requireTime();
		if (iterations.signum() < 0 || iterations.compareTo(BigInteger.valueOf(this.left)) > 0) {
			throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
		}
		this.left -= iterations.longValue();
	}

}
