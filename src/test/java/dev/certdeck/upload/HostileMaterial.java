package dev.certdeck.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Date;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9FieldID;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * Small content that is meant to cost much time or memory.
 */
final class HostileMaterial {

	private static final AlgorithmIdentifier RSA = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption,
			DERNull.INSTANCE);

	private static final AlgorithmIdentifier SIGNATURE = new AlgorithmIdentifier(
			PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

	private static final X500Name NAME = new X500Name("CN=hostile.example.com");

	private static final Random RANDOM = new Random(12);

	private static final BigInteger SMALL_PRIMES = IntStream.range(3, 1000)
		.mapToObj(BigInteger::valueOf)
		.filter((number) -> number.isProbablePrime(50))
		.reduce(BigInteger.ONE, BigInteger::multiply);

	private HostileMaterial() {
	}

	/**
	 * Makes a certificate with the names, signed by nobody.
	 * @param names DNS names
	 * @return the PEM
	 */
	static String names(Stream<String> names) {
		GeneralNames alternatives = new GeneralNames(
				names.map((name) -> new GeneralName(GeneralName.dNSName, name)).toArray(GeneralName[]::new));
		return certificate(NAME, rsa(2048, 17), SIGNATURE, alternatives);
	}

	static String dots() {
		return names(Stream.of(".".repeat(10_000), "\u3002".repeat(3000), "a.".repeat(5000), " ".repeat(10_000) + "!"));
	}

	static String manyNames(int count) {
		return names(IntStream.range(0, count).mapToObj("%d.example.com"::formatted));
	}

	/**
	 * Makes certificates that all could have signed each other.
	 * @param bits the size of their keys
	 * @param exponentBits the size of their public exponents
	 * @return the PEM of twenty
	 */
	static String chain(int bits, int exponentBits) {
		return twenty(() -> certificate(NAME, rsa(bits, exponentBits), SIGNATURE, null));
	}

	static String partsOfNames(int count) {
		X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
		for (int index = 0; index < count; index++) {
			name.addRDN(BCStyle.OU, "u" + index);
		}
		X500Name built = name.build();
		return twenty(() -> certificate(built, rsa(2048, 17), SIGNATURE, null));
	}

	static String orderOfACurve(int bits) {
		X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
		ASN1EncodableVector parameters = new ASN1EncodableVector();
		parameters.add(new ASN1Integer(1));
		parameters.add(new X9FieldID(curve.getCurve().getField().getCharacteristic()));
		parameters.add(DERSequence.getInstance(X9ECParameters.getInstance(curve.toASN1Primitive()).toASN1Primitive())
			.getObjectAt(2));
		parameters.add(new DEROctetString(curve.getG().getEncoded(false)));
		parameters.add(new ASN1Integer(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)));
		parameters.add(new ASN1Integer(2));
		return twenty(
				() -> certificate(NAME,
						new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey,
								new DERSequence(parameters)), curve.getG().getEncoded(false)),
						new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256), null));
	}

	static String saltOfASignature(int length) {
		return certificate(NAME, rsa(2048, 17),
				new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS,
						new RSASSAPSSparams(RSASSAPSSparams.DEFAULT_HASH_ALGORITHM,
								RSASSAPSSparams.DEFAULT_MASK_GEN_FUNCTION, new ASN1Integer(length),
								RSASSAPSSparams.DEFAULT_TRAILER_FIELD)),
				null);
	}

	private static String twenty(Supplier<String> certificate) {
		return Stream.generate(certificate).limit(20).collect(Collectors.joining());
	}

	private static SubjectPublicKeyInfo rsa(int bits, int exponentBits) {
		BigInteger modulus;
		do {
			modulus = new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
		}
		while (!modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE));
		BigInteger exponent = new BigInteger(exponentBits, RANDOM).setBit(exponentBits - 1).setBit(0);
		return key(RSA, new RSAPublicKey(modulus, exponent));
	}

	private static SubjectPublicKeyInfo key(AlgorithmIdentifier algorithm, ASN1Encodable key) {
		try {
			return new SubjectPublicKeyInfo(algorithm, key);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String certificate(X500Name name, SubjectPublicKeyInfo key, AlgorithmIdentifier signature,
			GeneralNames alternatives) {
		V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
		content.setSerialNumber(new ASN1Integer(RANDOM.nextLong() & Long.MAX_VALUE));
		content.setSignature(signature);
		content.setIssuer(name);
		content.setSubject(name);
		content.setStartDate(new Time(Date.from(TestMaterial.NOW.minusSeconds(86_400))));
		content.setEndDate(new Time(Date.from(TestMaterial.NOW.plusSeconds(86_400 * 80))));
		content.setSubjectPublicKeyInfo(key);
		if (alternatives != null) {
			content.setExtensions(new Extensions(
					new Extension(Extension.subjectAlternativeName, false, new DEROctetString(encoded(alternatives)))));
		}
		ASN1EncodableVector parts = new ASN1EncodableVector();
		parts.add(content.generateTBSCertificate());
		parts.add(signature);
		parts.add(new DERBitString(new byte[384]));
		return TestMaterial.block("CERTIFICATE", encoded(new DERSequence(parts)));
	}

	/**
	 * Makes a PKCS#12 file whose key for the MAC is long.
	 * @param keyLength the length of the key in bytes
	 * @param saltLength the length of the salt in bytes
	 * @return the file
	 */
	static byte[] pbmac1(int keyLength, int saltLength) {
		AlgorithmIdentifier digest = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
		PBKDF2Params derivation = new PBKDF2Params(new byte[saltLength], 600_000, keyLength, digest);
		AlgorithmIdentifier mac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1,
				new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation), digest));
		ContentInfo content = new ContentInfo(PKCSObjectIdentifiers.data,
				new DEROctetString(encoded(new AuthenticatedSafe(new ContentInfo[0]))));
		return encoded(new Pfx(content, new MacData(new DigestInfo(mac, new byte[32]), new byte[8], 1)));
	}

	/**
	 * Makes an encrypted key whose derivation has a long salt.
	 * @param saltLength the length of the salt in bytes
	 * @return the PEM
	 */
	static String salt(int saltLength) {
		AlgorithmIdentifier digest = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
		PBES2Parameters scheme = new PBES2Parameters(
				new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2,
						new PBKDF2Params(new byte[saltLength], 1000, 32, digest)),
				new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])));
		return TestMaterial.block("ENCRYPTED PRIVATE KEY",
				encoded(new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme),
						new byte[64])));
	}

	/**
	 * Makes a Java key store whose key is long: its whole password is read again for
	 * every twenty bytes.
	 * @param length the length of the key in bytes
	 * @param password the password
	 * @return the store
	 */
	static byte[] keyStore(int length, String password) {
		try {
			KeyStore store = KeyStore.getInstance("JKS");
			store.load(null, null);
			EncryptedPrivateKeyInfo key = new EncryptedPrivateKeyInfo(
					new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.6.1.4.1.42.2.17.1.1"), DERNull.INSTANCE),
					new byte[length]);
			store.setKeyEntry("key", key.getEncoded(), new Certificate[] { CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(TestMaterial.ec("store.example.com").content())) });
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			store.store(content, password.toCharArray());
			return content.toByteArray();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes an archive of files with long names.
	 * @param part what the names repeat
	 * @return the archive
	 */
	static byte[] entries(String part) {
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.ISO_8859_1)) {
			for (int index = 0; index < 15; index++) {
				zip.putNextEntry(new ZipEntry(part.repeat(32_000 / part.length()) + index));
				zip.write(1);
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return archive.toByteArray();
	}

	private static byte[] encoded(ASN1Object value) {
		try {
			return value.getEncoded();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
