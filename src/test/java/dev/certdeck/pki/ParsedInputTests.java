package dev.certdeck.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.certdeck.MarkedKey;
import dev.certdeck.upload.TestCertificate;
import dev.certdeck.upload.TestMaterial;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ntt.NTTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.crypto.util.PBKDFConfig;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ParsedInput}: binary forms, containers and encrypted keys.
 */
class ParsedInputTests {

	private static final String PASSWORD = "pass word 1";

	private static final TestCertificate ISSUER = TestCertificate.authority("CN=Issuer");

	private static final TestCertificate PAIR = TestCertificate.server("www.example.com", ISSUER)
		.keys(TestMaterial.keys("RSA", "2048"));

	private static final MarkedKey MARKED = MarkedKey.create(PASSWORD);

	@Test
	void derIsReadAsWhatItIs() throws IOException {
		assertThat(read(PAIR.holder().getEncoded(), "").certificates()).hasSize(1);
		assertThat(read(PAIR.keys().getPrivate().getEncoded(), "").keys()).hasSize(1);
		assertThat(codes(read(PAIR.keys().getPublic().getEncoded(), ""))).containsExactly(FindingCode.PUBLIC_KEY);
		assertThat(changes(read(PAIR.holder().getEncoded(), ""))).containsExactly(FindingCode.DER);
		byte[] withTail = Arrays.copyOf(PAIR.holder().getEncoded(), PAIR.holder().getEncoded().length + 1);
		assertThat(read(withTail, "").certificates()).hasSize(1);
	}

	@Test
	void emptyFileIsNamedAsSuch() {
		assertThat(codes(read(new byte[0], ""))).containsExactly(FindingCode.EMPTY_FILE);
		assertThat(codes(read(bytes("\r\n \n"), ""))).containsExactly(FindingCode.EMPTY_FILE);
		ParsedInput field = ParsedInput.read(List.of(new Input(Field.CHAIN, "", bytes(" \n"))), Passphrase.none(),
				Deadline.usual());
		assertThat(field.problems()).isEmpty();
	}

	@Test
	void derThatWasCutOffSaysHowMuchIsThere() throws IOException {
		byte[] whole = PAIR.holder().getEncoded();
		assertThat(read(Arrays.copyOf(whole, whole.length - 1), "").problems()).singleElement().satisfies((fault) -> {
			assertThat(fault.code()).isEqualTo(FindingCode.CUT_OFF);
			assertThat(fault.arguments()).containsExactly(whole.length - 1, whole.length);
		});
		assertThat(codes(read(Arrays.copyOf(PAIR.keys().getPrivate().getEncoded(), 300), "")))
			.containsExactly(FindingCode.CUT_OFF);
		assertThat(codes(read(new byte[] { 0x30, (byte) 0x82, 1, 1, 0, 0, 0, 0, 0 }, "")))
			.containsExactly(FindingCode.BINARY);
	}

	@Test
	void bareBase64IsRead() throws IOException {
		String base64 = Base64.getMimeEncoder().encodeToString(PAIR.holder().getEncoded());
		ParsedInput parsed = read(base64.getBytes(StandardCharsets.UTF_8), "");
		assertThat(parsed.certificates()).hasSize(1);
		assertThat(changes(parsed)).containsExactly(FindingCode.BARE_BASE64);
	}

	@Test
	void pemInBase64IsRead() {
		ParsedInput secret = read(Base64.getEncoder().encode(bytes(PAIR.pem() + PAIR.key())), "");
		assertThat(secret.certificates()).hasSize(1);
		assertThat(secret.keys()).hasSize(1);
		assertThat(changes(secret)).containsExactly(FindingCode.ENCODED_TWICE);
	}

	@Test
	void pkcs7IsUnpacked() throws Exception {
		CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
		generator.addCertificates(new CollectionStore<X509CertificateHolder>(List.of(PAIR.holder(), ISSUER.holder())));
		byte[] bundle = generator.generate(new CMSAbsentContent()).getEncoded();
		assertThat(read(bundle, "").certificates()).hasSize(2);
		ParsedInput damaged = read(Arrays.copyOf(bundle, bundle.length - 50), "");
		assertThat(damaged.certificates()).isEmpty();
		assertThat(damaged.problems()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PKCS12", "JKS" })
	void keyStoreIsOpenedWithItsPasswordAlone(String type) {
		byte[] store = store(type, PASSWORD);
		ParsedInput opened = read(store, PASSWORD);
		assertThat(opened.certificates()).hasSize(2);
		assertThat(opened.keys()).hasSize(1);
		assertThat(opened.keys().get(0).pair(opened.certificates().get(0))).hasToString("PAIRED");
		assertThat(codes(read(store, ""))).containsExactly(FindingCode.PASSWORD_MISSING);
		assertThat(codes(read(store, "wrong"))).containsExactly(FindingCode.WRONG_PASSWORD);
		assertThat(codes(read(Arrays.copyOf(store, store.length / 2), PASSWORD)))
			.containsExactly(type.equals("JKS") ? FindingCode.UNREADABLE_CONTAINER : FindingCode.CUT_OFF);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SHA1", "SHA224", "SHA256", "SHA384", "SHA512" })
	void keyStoreIsOpenedWithEachDigestOfItsMac(String digest) {
		byte[] store = withMac("HmacPBE" + digest);
		assertThat(read(store, PASSWORD).keys()).hasSize(1);
		assertThat(codes(read(store, "wrong"))).containsExactly(FindingCode.WRONG_PASSWORD);
	}

	private static byte[] withMac(String algorithm) {
		String property = "keystore.pkcs12.macAlgorithm";
		System.setProperty(property, algorithm);
		try {
			return store("PKCS12", PASSWORD);
		}
		finally {
			System.clearProperty(property);
		}
	}

	@Test
	void oldJavaKeyStoreIsNamedButNotOpened() {
		assertThat(codes(read(store("JCEKS", PASSWORD), PASSWORD))).containsExactly(FindingCode.JCEKS);
	}

	@ParameterizedTest
	@MethodSource("encryptedKeys")
	void encryptedKeyIsOpenedWithItsPassphraseAlone(String key) {
		byte[] content = key.getBytes(StandardCharsets.UTF_8);
		ParsedInput opened = read(content, PASSWORD);
		assertThat(codes(opened)).isEmpty();
		assertThat(opened.keys()).hasSize(1);
		assertThat(opened.keys().get(0).pair(PAIR.read())).hasToString("PAIRED");
		assertThat(opened.keys().get(0).toPem()).doesNotContain("ENCRYPTED");
		assertThat(changes(opened)).contains(FindingCode.DECRYPTED);
		assertThat(codes(read(content, ""))).containsExactly(FindingCode.PASSPHRASE_MISSING);
		assertThat(codes(read(content, "wrong"))).containsExactly(FindingCode.WRONG_PASSPHRASE);
	}

	static Stream<String> encryptedKeys() {
		PBKDFConfig sha1 = new PBKDF2Config.Builder().withIterationCount(2048).build();
		PBKDFConfig sha512 = new PBKDF2Config.Builder().withIterationCount(600_000)
			.withPRF(PBKDF2Config.PRF_SHA512)
			.build();
		PBKDFConfig scrypt = new ScryptConfig.Builder(16384, 8, 1).build();
		return Stream.of(encrypted(NISTObjectIdentifiers.id_aes256_CBC, sha1),
				encrypted(NISTObjectIdentifiers.id_aes128_CBC, sha512),
				encrypted(PKCSObjectIdentifiers.des_EDE3_CBC, sha1),
				encrypted(NTTObjectIdentifiers.id_camellia256_cbc, sha1),
				encrypted(NISTObjectIdentifiers.id_aes256_CBC, scrypt),
				encrypted(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, null), legacy("AES-256-CBC"),
				legacy("AES-128-CBC"), legacy("DES-EDE3-CBC"), legacy("DES-CBC"));
	}

	@Test
	void workIsBoundedBeforeItBegins() {
		for (PBKDFConfig config : List.of(new PBKDF2Config.Builder().withIterationCount(700_001).build(),
				new ScryptConfig.Builder(1 << 16, 8, 1).build(), new ScryptConfig.Builder(2, 8, 64).build())) {
			assertThat(codes(read(tooMuch(config), PASSWORD))).containsExactly(FindingCode.TOO_MUCH_WORK);
		}
	}

	private static byte[] tooMuch(PBKDFConfig config) {
		return encrypted(NISTObjectIdentifiers.id_aes256_CBC, config).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void slowDigestCountsForWhatItTakes() {
		AlgorithmIdentifier gost = new AlgorithmIdentifier(CryptoProObjectIdentifiers.gostR3411Hmac, DERNull.INSTANCE);
		PBKDF2Config.Builder config = new PBKDF2Config.Builder().withPRF(gost);
		assertThat(codes(read(tooMuch(config.withIterationCount(20_000).build()), PASSWORD)))
			.containsExactly(FindingCode.TOO_MUCH_WORK);
		assertThat(read(tooMuch(config.withIterationCount(2_000).build()), PASSWORD).keys()).hasSize(1);
	}

	@Test
	void workOfSeveralKeysIsOneBudget() {
		PBKDFConfig config = new PBKDF2Config.Builder().withIterationCount(300_000).build();
		String key = encrypted(NISTObjectIdentifiers.id_aes256_CBC, config);
		ParsedInput parsed = read(key.repeat(3).getBytes(StandardCharsets.UTF_8), PASSWORD);
		assertThat(parsed.keys()).hasSize(2);
		assertThat(codes(parsed)).containsExactly(FindingCode.TOO_MUCH_WORK);
	}

	@Test
	void unknownCipherIsNamed() throws IOException {
		assertUnsupported(bytes(legacy("AES-256-CBC").replace("AES-256-CBC", "NO-SUCH-1")), "NO-SUCH-1");
		byte[] aes = NISTObjectIdentifiers.id_aes256_CBC.getEncoded();
		byte[] other = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.1.99").getEncoded();
		byte[] key = encryptedKey(NISTObjectIdentifiers.id_aes256_CBC,
				new PBKDF2Config.Builder().withIterationCount(2048).build());
		assertUnsupported(replace(key, aes, other), "2.16.840.1.101.3.4.1.99");
		assertUnsupported(replace(withMac("NONE"), aes, other), "2.16.840.1.101.3.4.1.99");
	}

	private static void assertUnsupported(byte[] content, String cipher) {
		assertThat(read(content, PASSWORD).problems()).singleElement().satisfies((fault) -> {
			assertThat(fault.code()).isEqualTo(FindingCode.UNSUPPORTED_CIPHER);
			assertThat(fault.arguments()).containsExactly(cipher);
		});
	}

	private static byte[] replace(byte[] content, byte[] part, byte[] other) {
		return new String(content, StandardCharsets.ISO_8859_1)
			.replace(new String(part, StandardCharsets.ISO_8859_1), new String(other, StandardCharsets.ISO_8859_1))
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void oneFolderOfTencentsDownloadIsTaken() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("IIS/www.example.com.pfx", store("PKCS12", PASSWORD));
		files.put("IIS/keystorePass.txt", PASSWORD.getBytes(StandardCharsets.UTF_8));
		files.put("www.example.com.csr", new byte[] { 1 });
		ParsedInput iis = read(zip(files), "");
		assertThat(iis.keys()).hasSize(1);
		assertThat(iis.certificates()).hasSize(2);
		files.put("Nginx/1_www.example.com_bundle.crt", bytes(PAIR.pem() + ISSUER.pem()));
		files.put("Nginx/2_www.example.com.key", bytes(PAIR.key()));
		ParsedInput all = read(zip(files), "");
		assertThat(all.keys()).hasSize(1);
		assertThat(all.certificates()).hasSize(2)
			.allMatch((certificate) -> certificate.place().file().contains("Nginx"));
		assertThat(all.notes()).first().satisfies((change) -> assertThat(change.arguments()).containsExactly("Nginx"));
		assertThat(all.problems()).isEmpty();
	}

	@Test
	void archivesAreBounded() {
		Map<String, byte[]> large = Map.of("a.crt", new byte[3 << 20]);
		assertThat(codes(read(zip(large), ""))).containsExactly(FindingCode.ZIP_TOO_LARGE);
		Map<String, byte[]> many = new LinkedHashMap<>();
		for (int number = 0; number < 101; number++) {
			many.put(number + ".bin", new byte[0]);
		}
		assertThat(codes(read(zip(many), ""))).containsExactly(FindingCode.ZIP_TOO_LARGE);
		assertThat(codes(read(zip(Map.of("a.txt", zip(Map.of("b.crt", bytes(PAIR.pem()))))), "")))
			.containsExactly(FindingCode.BINARY);
		assertThat(codes(read(zip(Map.of("picture.png", new byte[9])), "")))
			.containsExactly(FindingCode.EMPTY_CONTAINER);
	}

	@Test
	void encryptedArchiveIsNamedAsSuch() {
		byte[] archive = zip(Map.of("a.crt", bytes(PAIR.pem())));
		archive[6] |= 1;
		assertThat(codes(read(archive, ""))).containsExactly(FindingCode.ZIP_ENCRYPTED);
	}

	@Test
	void whatOpenSslAddsToATrustedCertificateIsLeftOut() throws IOException {
		byte[] content = PAIR.holder().getEncoded();
		byte[] trusted = Arrays.copyOf(content, content.length + 4);
		System.arraycopy(new byte[] { 0x30, 2, 0x30, 0 }, 0, trusted, content.length, 4);
		ParsedInput parsed = read(bytes(PemBlock.write("TRUSTED CERTIFICATE", trusted)), "");
		assertThat(parsed.certificates()).singleElement()
			.satisfies((read) -> assertThat(read.toPem()).isEqualTo(PAIR.pem().replace("\r\n", "\n")));
		assertThat(changes(parsed)).contains(FindingCode.RELABELLED);
	}

	@Test
	void keyInUtf16IsRead() {
		assertThat(read(PAIR.key().getBytes(StandardCharsets.UTF_16), "").keys()).hasSize(1);
		assertThat(read(PAIR.key().getBytes(StandardCharsets.UTF_16LE), "").keys()).hasSize(1);
	}

	@Test
	void formsOfOneKeyAreOneKey() {
		MARKED.spellings().stream().limit(4).forEach((pem) -> assertThat(read(bytes(pem), PASSWORD).keys()).hasSize(1));
	}

	private static ParsedInput read(byte[] content, String password) {
		return ParsedInput.read(List.of(new Input(Field.CHAIN, "file", content)),
				new Passphrase(password.toCharArray()), Deadline.usual());
	}

	private static List<FindingCode> codes(ParsedInput parsed) {
		return parsed.problems().stream().map(Finding::code).toList();
	}

	private static List<FindingCode> changes(ParsedInput parsed) {
		return parsed.notes().stream().map(Finding::code).toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] store(String type, String password) {
		try {
			KeyStore store = KeyStore.getInstance(type);
			store.load(null, null);
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			Certificate[] chain = { factory.generateCertificate(new ByteArrayInputStream(PAIR.holder().getEncoded())),
					factory.generateCertificate(new ByteArrayInputStream(ISSUER.holder().getEncoded())) };
			store.setKeyEntry("key", PAIR.keys().getPrivate(), password.toCharArray(), chain);
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			store.store(content, password.toCharArray());
			return content.toByteArray();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encrypted(ASN1ObjectIdentifier cipher, PBKDFConfig config) {
		return PemBlock.write("ENCRYPTED PRIVATE KEY", encryptedKey(cipher, config));
	}

	private static byte[] encryptedKey(ASN1ObjectIdentifier cipher, PBKDFConfig config) {
		try {
			JcePKCSPBEOutputEncryptorBuilder builder = (config != null)
					? new JcePKCSPBEOutputEncryptorBuilder(config, cipher)
					: new JcePKCSPBEOutputEncryptorBuilder(cipher).setIterationCount(2048);
			return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(PAIR.keys().getPrivate())
				.build(builder.setProvider(new BouncyCastleProvider()).build(PASSWORD.toCharArray()))
				.getEncoded();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String legacy(String cipher) {
		try {
			StringWriter text = new StringWriter();
			try (PemWriter writer = new PemWriter(text)) {
				writer.writeObject(new JcaMiscPEMGenerator(PAIR.keys().getPrivate(),
						new JcePEMEncryptorBuilder(cipher).setProvider(new BouncyCastleProvider())
							.build(PASSWORD.toCharArray())));
			}
			return text.toString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] zip(Map<String, byte[]> files) {
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(archive)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return archive.toByteArray();
	}

}
