package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeyDecoder} and what it makes: keys of every algorithm, whole, changed
 * and mixed up.
 */
class KeyDecoderTests {

	private static final Provider PROVIDER = new BouncyCastleProvider();

	@ParameterizedTest
	@CsvSource({ "RSA, 2048, RSA 2048", "RSA, 1024, RSA 1024", "EC, secp256r1, EC P-256", "EC, secp384r1, EC P-384",
			"EC, secp521r1, EC P-521", "EC, secp256k1, EC secp256k1", "EC, sm2p256v1, SM2", "DSA, 1024, DSA 1024",
			"Ed25519, '', Ed25519", "Ed448, '', Ed448", "X25519, '', X25519", "X448, '', X448" })
	void keyBelongsToItsPublicKeyAlone(String algorithm, String parameter, String name) throws Exception {
		KeyPair pair = keys(algorithm, parameter);
		PrivateKey key = decode(pair);
		assertThat(key.publicKey().algorithm().name()).isEqualTo(name);
		assertThat(key.isConsistent()).isTrue();
		assertThat(key.publicKey().isSame(publicKey(pair))).isTrue();
		assertThat(key.pair(publicKey(pair))).isEqualTo(Pairing.PAIRED);
		KeyPair other = keys(algorithm, parameter);
		assertThat(key.matches(publicKey(other))).isFalse();
		assertThat(key.pair(publicKey(other))).isEqualTo(Pairing.DIFFERENT);
	}

	@ParameterizedTest
	@CsvSource({ "RSA, 1024", "EC, secp256r1", "EC, secp521r1", "EC, sm2p256v1", "DSA, 1024", "Ed25519, ''",
			"Ed448, ''", "X25519, ''", "X448, ''" })
	void oneFlippedBitIsNoticed(String algorithm, String parameter) throws Exception {
		KeyPair pair = keys(algorithm, parameter);
		for (byte[] secret : secrets(pair)) {
			byte[] changed = pair.getPrivate().getEncoded();
			changed[indexOf(secret, changed) + secret.length / 2] ^= 0x10;
			assertThat(pairing(changed, publicKey(pair))).isNotEqualTo(Pairing.PAIRED);
		}
	}

	private static Pairing pairing(byte[] key, PublicKey other) {
		try {
			return KeyDecoder.decode(key, Optional.empty()).key().pair(other);
		}
		catch (IllegalArgumentException ex) {
			return Pairing.DAMAGED;
		}
	}

	@Test
	void rsaKeyWithOneWrongPartIsInconsistent() throws Exception {
		RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys("RSA", "1024").getPrivate();
		List<BigInteger> parts = List.of(BigInteger.ZERO, key.getModulus(), key.getPublicExponent(),
				key.getPrivateExponent(), key.getPrimeP(), key.getPrimeQ(), key.getPrimeExponentP(),
				key.getPrimeExponentQ(), key.getCrtCoefficient());
		assertThat(decode(sequence(parts)).isConsistent()).isTrue();
		for (int part = 1; part < parts.size(); part++) {
			BigInteger[] changed = parts.toArray(BigInteger[]::new);
			changed[part] = changed[part].flipBit(4);
			assertThat(decode(sequence(List.of(changed))).isConsistent()).as("part %d", part).isFalse();
		}
	}

	@Test
	void ecKeyThatStatesThePublicKeyOfAnotherIsInconsistent() throws Exception {
		KeyPair pair = keys("EC", "secp256r1");
		KeyPair other = keys("EC", "secp256r1");
		BigInteger scalar = sec1(pair).getKey();
		PrivateKey mixed = decode(new ECPrivateKey(256, scalar, new DERBitString(point(other)), curve(pair)));
		assertThat(mixed.isConsistent()).isFalse();
		assertThat(mixed.pair(publicKey(other))).isEqualTo(Pairing.DAMAGED);
		assertThat(mixed.pair(publicKey(pair))).isEqualTo(Pairing.DIFFERENT);
	}

	@ParameterizedTest
	@CsvSource({ "Ed25519", "Ed448", "X25519", "X448" })
	void keyThatStatesThePublicKeyOfAnotherIsInconsistent(String algorithm) throws Exception {
		KeyPair pair = keys(algorithm, "");
		PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
		PrivateKeyInfo own = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey(), null,
				point(pair));
		PrivateKeyInfo mixed = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey(), null,
				point(keys(algorithm, "")));
		assertThat(decode(own).isConsistent()).isTrue();
		assertThat(decode(mixed).isConsistent()).isFalse();
		assertThat(decode(mixed).pair(publicKey(pair))).isEqualTo(Pairing.DAMAGED);
	}

	@Test
	void dsaKeyThatStatesAnotherPublicNumberIsInconsistent() throws Exception {
		DSAPrivateKey key = (DSAPrivateKey) keys("DSA", "1024").getPrivate();
		BigInteger prime = key.getParams().getP();
		BigInteger generator = key.getParams().getG();
		BigInteger stated = generator.modPow(key.getX(), prime);
		List<BigInteger> parts = List.of(BigInteger.ZERO, prime, key.getParams().getQ(), generator, stated, key.getX());
		assertThat(decode(sequence(parts)).isConsistent()).isTrue();
		List<BigInteger> mixed = List.of(BigInteger.ZERO, prime, key.getParams().getQ(), generator,
				stated.multiply(generator).mod(prime), key.getX());
		assertThat(decode(sequence(mixed)).isConsistent()).isFalse();
	}

	@Test
	void ecKeyTakesTheCurveThatStandsBeforeIt() throws Exception {
		KeyPair pair = keys("EC", "secp384r1");
		byte[] bare = new ECPrivateKey(384, sec1(pair).getKey()).getEncoded();
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> KeyDecoder.decode(bare, Optional.empty()));
		DecodedKey decoded = KeyDecoder.decode(bare, Optional.of(curve(pair)));
		assertThat(decoded.label()).isEqualTo("EC PRIVATE KEY");
		assertThat(decoded.key().pair(publicKey(pair))).isEqualTo(Pairing.PAIRED);
		assertThat(KeyDecoder.decode(decoded.encoded(), Optional.empty()).key().pair(publicKey(pair)))
			.isEqualTo(Pairing.PAIRED);
	}

	@Test
	void kindsThatAreNotReadAreNamed() throws Exception {
		assertThatExceptionOfType(UnsupportedKeyException.class)
			.isThrownBy(() -> decode(new PrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.dhKeyAgreement),
					new ASN1Integer(1))))
			.satisfies((ex) -> assertThat(ex.algorithm().name()).isEqualTo("DH"));
		AlgorithmIdentifier unknown = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey,
				new ASN1ObjectIdentifier("1.2.3.4"));
		ECPrivateKey key = sec1(keys("EC", "secp256r1"));
		assertThatExceptionOfType(UnsupportedKeyException.class)
			.isThrownBy(() -> decode(new PrivateKeyInfo(unknown, key)))
			.satisfies((ex) -> assertThat(ex.algorithm().name()).isEqualTo("EC 1.2.3.4"));
	}

	@Test
	void rsaKeyForAnyUseIsNotOneForPss() throws Exception {
		KeyPair pair = keys("RSA", "1024");
		SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
		PublicKey pss = PublicKey.of(new SubjectPublicKeyInfo(
				new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS), info.parsePublicKey()));
		assertThat(pss.algorithm().name()).isEqualTo("RSA-PSS 1024");
		assertThat(decode(pair).pair(pss)).isEqualTo(Pairing.DIFFERENT);
	}

	@ParameterizedTest
	@CsvSource({ "8192, 64, true", "8193, 17, false", "8192, 65, false", "3072, 256, true", "3072, 257, false" })
	void publicKeyIsUsableUpToItsBounds(int bits, int exponentBits, boolean usable) throws Exception {
		BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
		BigInteger exponent = BigInteger.ONE.shiftLeft(exponentBits).subtract(BigInteger.ONE);
		PublicKey key = PublicKey
			.of(new SubjectPublicKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
					new RSAPublicKey(modulus, exponent)));
		assertThat(key.algorithm().name()).isEqualTo("RSA " + bits);
		assertThat(key.isUsable()).isEqualTo(usable);
	}

	@Test
	void keyIsNeverShown() throws Exception {
		KeyPair pair = keys("EC", "secp256r1");
		DecodedKey decoded = KeyDecoder.decode(pair.getPrivate().getEncoded(), Optional.empty());
		String scalar = sec1(pair).getKey().toString(16);
		assertThat(decoded + " " + decoded.key()).doesNotContainIgnoringCase(scalar).startsWith("DecodedKey[EC P-256]");
	}

	/**
	 * Returns the numbers of a key that are secret.
	 * @param pair the keys
	 * @return their bytes as they stand in the key's encoding
	 */
	private static List<byte[]> secrets(KeyPair pair) throws Exception {
		if (pair.getPrivate() instanceof RSAPrivateCrtKey key) {
			return List.of(key.getPrivateExponent().toByteArray(), key.getPrimeP().toByteArray(),
					key.getPrimeQ().toByteArray(), key.getPrimeExponentP().toByteArray(),
					key.getPrimeExponentQ().toByteArray(), key.getCrtCoefficient().toByteArray());
		}
		if (pair.getPrivate() instanceof DSAPrivateKey key) {
			return List.of(key.getX().toByteArray());
		}
		ASN1Encodable content = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).parsePrivateKey();
		return List.of((content instanceof ASN1OctetString octets) ? octets.getOctets()
				: ASN1OctetString.getInstance(DERSequence.getInstance(content).getObjectAt(1)).getOctets());
	}

	private static int indexOf(byte[] part, byte[] whole) {
		return HexFormat.of().formatHex(whole).indexOf(HexFormat.of().formatHex(part)) / 2;
	}

	private static ECPrivateKey sec1(KeyPair pair) throws Exception {
		return ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).parsePrivateKey());
	}

	private static ASN1Encodable curve(KeyPair pair) {
		return PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).getPrivateKeyAlgorithm().getParameters();
	}

	private static byte[] point(KeyPair pair) {
		return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()).getPublicKeyData().getOctets();
	}

	private static ASN1Encodable sequence(List<BigInteger> numbers) {
		return new DERSequence(numbers.stream().map(ASN1Integer::new).toArray(ASN1Encodable[]::new));
	}

	private static PublicKey publicKey(KeyPair pair) {
		return PublicKey.of(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
	}

	private static PrivateKey decode(KeyPair pair) {
		return KeyDecoder.decode(pair.getPrivate().getEncoded(), Optional.empty()).key();
	}

	private static PrivateKey decode(ASN1Encodable key) throws Exception {
		return KeyDecoder.decode(key.toASN1Primitive().getEncoded(), Optional.empty()).key();
	}

	private static KeyPair keys(String algorithm, String parameter) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
		if (algorithm.equals("EC")) {
			generator.initialize(new ECGenParameterSpec(parameter));
		}
		else if (!parameter.isEmpty()) {
			generator.initialize(Integer.parseInt(parameter));
		}
		return generator.generateKeyPair();
	}

}
