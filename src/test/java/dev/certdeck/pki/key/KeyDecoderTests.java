package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

	/**
	 * Compares fingerprints with those of OpenSSL 3.0.19:
	 * {@code openssl pkey -pubout -outform der | sha256sum}.
	 * @param key the private key in Base64
	 * @param sha256 OpenSSL's fingerprint of its public key
	 */
	@ParameterizedTest
	@MethodSource("keysWithOpenSslFingerprints")
	void fingerprintIsThatOfOpenSsl(String key, String sha256) {
		DecodedKey decoded = KeyDecoder.decode(Base64.getDecoder().decode(key), Optional.empty());
		assertThat(decoded.key().publicKey().sha256()).isEqualTo(sha256);
	}

	static Stream<Arguments> keysWithOpenSslFingerprints() {
		return Stream.of(
				Arguments.of(Named.of("named curve",
						"MHcCAQEEIOasJIcvlnLmDPC38/ovpqTcVwUnicEWMaTQTE0rjuAzoAoGCCqGSM49AwEHoUQDQgAELE7wprRfnqy5M6"
								+ "Oml9MOzATRKXREF9hDzWINwkT2EQmaV3ip1GxQLJmCK7iR3gBujhy1+OESeLokwsMS4fYQ3w=="),
						"a52f447ebfe04166bede5141f6b1e8652ed00a2c56b23e44922e9c2d722d69d9"),
				Arguments.of(
						Named.of("without point",
								"MDECAQEEIOasJIcvlnLmDPC38/ovpqTcVwUnicEWMaTQTE0rjuAzoAoGCCqGSM49AwEH"),
						"a52f447ebfe04166bede5141f6b1e8652ed00a2c56b23e44922e9c2d722d69d9"),
				Arguments.of(Named.of("compressed point",
						"MFcCAQEEIOasJIcvlnLmDPC38/ovpqTcVwUnicEWMaTQTE0rjuAzoAoGCCqGSM49AwEHoSQDIgADLE7wprRfnqy5M6"
								+ "Oml9MOzATRKXREF9hDzWINwkT2EQk="),
						"29c12bbda907ef5d671f5de8c82b39c07991962d062b9496c2bd9df0e886e5e5"),
				Arguments.of(Named.of("explicit curve",
						"MIIBaAIBAQQg5qwkhy+WcuYM8Lfz+i+mpNxXBSeJwRYxpNBMTSuO4DOggfowgfcCAQEwLAYHKoZIzj0BAQIhAP////"
								+ "8AAAABAAAAAAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA///////////////8BCBa"
								+ "xjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMVAMSdNgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vO"
								+ "blY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8AAAAA////"
								+ "//////+85vqtpxeehPO5ysL8YyVRAgEBoUQDQgAELE7wprRfnqy5M6Oml9MOzATRKXREF9hDzWINwkT2EQmaV3ip1G"
								+ "xQLJmCK7iR3gBujhy1+OESeLokwsMS4fYQ3w=="),
						"a3488c5fd3f9325b01375bd73f2ff7cc3a219cb2289a0cc245293564da2303b8"),
				Arguments.of(Named.of("rsa pss",
						"MIIBhAIBADA8BgkqhkiG9w0BAQowL6APMA0GCWCGSAFlAwQCAQUAoRwwGgYJKoZIhvcNAQEIMA0GCWCGSAFlAwQCAQ"
								+ "UABIIBPzCCATsCAQACQQChTZG/JjTftX42pEOkpgUnSLY+oewgCaYW10r+m6GKV2fiudj1dA+qnnwKFBXl3bjcHWhC"
								+ "0Cal0WJAusEfNCfXAgMBAAECQCkDqEOKW3dmlqkeK3T6IeVTP8O9OGUNDwZPx+nleLXMDF7kQtQaHUQiqHrnhPPjmL"
								+ "zEf4NwrsMA1yv7t8E+CMECIQDScfX6zjQRo9EXNRBSXW8PeVLWlnIEBdK49I0HfAeVewIhAMQ4WC5mtpHHYyM9uahR"
								+ "2zvgb+0cknTpP8PFEUckQLJVAiEAvrxJTLtuF/rY/Oa8V1qV2XmF6jZLOngoqDgGRp1UplcCIQCr7rcNyYB10iEDEy"
								+ "Xn3/nayHkqadvGx07RKo9OJ+zslQIgcW2n2O5iWIHpSalQHMO9ZD1oLuBOTOVor2kalD1snuQ="),
						"c09f8c3c539ba65405c1ee19cc97ce9efa0019db7e5c5d742ac193952b5c0354"),
				Arguments.of(Named.of("ed25519", "MC4CAQAwBQYDK2VwBCIEIBAwy0UI4NO8/4m4TTGBNquM41/VHRKUh9p7qwzWnYng"),
						"3f5c7d4352d34d83df83f5973763979a091dadadd22d64e7eccedf95ec137463"));
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
