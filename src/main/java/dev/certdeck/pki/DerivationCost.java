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
 * The cost of deriving a key from a passphrase. PBKDF2 runs all iterations for every
 * block of the derived key; the algorithms before PBES2 run them for the key and for the
 * initialisation vector. An iteration of MD2, GOST R 34.11-94 or Streebog takes up to
 * forty times as long as one of any other digest of Bouncy Castle.
 *
 * @param iterations the iterations of PBKDF2, or blocks of scrypt, which take about as
 * long
 * @param saltLength the length of the salt in bytes
 */
record DerivationCost(BigInteger iterations, int saltLength) {

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
	 * Returns the cost of an algorithm.
	 * @param algorithm an algorithm of PKCS#5 or PKCS#12
	 * @return the cost
	 * @throws UnreadableException if it takes more memory than is ever used
	 */
	static DerivationCost of(AlgorithmIdentifier algorithm) {
		ASN1Encodable parameters = algorithm.getParameters();
		if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
			KeyDerivationFunc function = PBES2Parameters.getInstance(parameters).getKeyDerivationFunc();
			return MiscObjectIdentifiers.id_scrypt.equals(function.getAlgorithm())
					? scrypt(ScryptParams.getInstance(function.getParameters()))
					: pbkdf2(PBKDF2Params.getInstance(function.getParameters()));
		}
		if (PKCSObjectIdentifiers.id_PBKDF2.equals(algorithm.getAlgorithm())) {
			return pbkdf2(PBKDF2Params.getInstance(parameters));
		}
		return of(algorithm.getAlgorithm(), iterations(parameters).shiftLeft(1), saltLength(parameters));
	}

	/**
	 * Returns the cost of iterations of an algorithm.
	 * @param algorithm the digest, or what is built on one
	 * @param iterations how many
	 * @param saltLength the length of the salt in bytes
	 * @return the cost
	 */
	static DerivationCost of(ASN1ObjectIdentifier algorithm, BigInteger iterations, int saltLength) {
		return new DerivationCost(SLOW.contains(algorithm) ? iterations.multiply(SLOWNESS) : iterations, saltLength);
	}

	private static DerivationCost scrypt(ScryptParams scrypt) {
		BigInteger blocks = scrypt.getCostParameter().multiply(scrypt.getBlockSize());
		if (blocks.signum() <= 0 || blocks.bitLength() > 40 || blocks.longValue() * 128 > MAXIMUM_SCRYPT_MEMORY
				|| scrypt.getParallelizationParameter().bitLength() > MAXIMUM_SCRYPT_LANES_BITS) {
			throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
		}
		return new DerivationCost(
				blocks.multiply(scrypt.getParallelizationParameter()).add(keyBlocks(scrypt.getKeyLength(), USUAL_KEY)),
				scrypt.getSalt().length);
	}

	private static DerivationCost pbkdf2(PBKDF2Params parameters) {
		ASN1ObjectIdentifier digest = parameters.getPrf().getAlgorithm();
		return of(digest,
				parameters.getIterationCount()
					.multiply(keyBlocks(parameters.getKeyLength(), DIGESTS.getOrDefault(digest, SHORTEST_DIGEST))),
				parameters.getSalt().length);
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

	private static int saltLength(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 0
				&& sequence.getObjectAt(0) instanceof ASN1OctetString salt) ? salt.getOctetsLength() : 0;
	}

	private static BigInteger iterations(ASN1Encodable parameters) {
		return (parameters instanceof ASN1Sequence sequence && sequence.size() > 1)
				? ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue() : BigInteger.ONE;
	}

}
