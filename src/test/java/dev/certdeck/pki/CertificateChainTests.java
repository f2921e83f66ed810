package dev.certdeck.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateChain}.
 */
class CertificateChainTests {

	private static final Instant FROM = Instant.parse("2026-01-02T03:04:05Z");

	private static final Instant UNTIL = Instant.parse("2051-01-02T03:04:05Z");

	/**
	 * Before this the JDK and Bouncy Castle count by different calendars.
	 */
	private static final Instant GREGORIAN = Instant.parse("1583-01-01T00:00:00Z");

	private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN (?:X509 )?CERTIFICATE-----(.*?)(?:-----END (?:X509 )?CERTIFICATE-----|$)", Pattern.DOTALL);

	private static final Path SHARED = Path.of("..", "shared", "data");

	@ParameterizedTest
	@CsvSource({ "RSA, 1024, SHA256withRSA, RSA 1024, SHA256withRSA",
			"RSA, 2048, SHA512withRSA, RSA 2048, SHA512withRSA",
			"EC, secp256r1, SHA256withECDSA, EC P-256, SHA256withECDSA",
			"EC, secp384r1, SHA384withECDSA, EC P-384, SHA384withECDSA",
			"EC, secp521r1, SHA512withECDSA, EC P-521, SHA512withECDSA",
			"EC, secp256k1, SHA256withECDSA, EC secp256k1, SHA256withECDSA",
			"EC, brainpoolP256r1, SHA256withECDSA, EC brainpoolP256r1, SHA256withECDSA",
			"EC, sm2p256v1, SM3withSM2, SM2, SM3withSM2", "Ed25519, '', Ed25519, Ed25519, Ed25519",
			"Ed448, '', Ed448, Ed448, Ed448", "ML-DSA-65, '', ML-DSA-65, ML-DSA-65, ML-DSA-65" })
	void namesKeyAndSignature(String algorithm, String parameter, String signer, String key, String signature)
			throws Exception {
		KeyPair keys = keys(algorithm, parameter);
		ParsedCertificate read = only(
				pem(keys, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), signer));
		assertThat(read.key().algorithm().name()).isEqualTo(key);
		assertThat(read.signature()).isEqualTo(signature);
		assertThat(read.subject()).isEqualTo("CN=shop.example.com, O=商城");
		assertThat(read.validity()).isEqualTo(new Validity(FROM, UNTIL));
	}

	@Test
	void namesAKeyOnACurveThatIsNotNamedByItsSize() throws Exception {
		KeyPair keys = keys("EC", "secp384r1");
		SubjectPublicKeyInfo named = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
		SubjectPublicKeyInfo explicit = new SubjectPublicKeyInfo(
				new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getByName("secp384r1")),
				named.getPublicKeyData().getOctets());
		assertThat(only(pem(keys, explicit, "SHA256withECDSA")).key().algorithm().name()).isEqualTo("EC 384");
	}

	@Test
	void namesWhatIsUnknownByItsIdentifier() throws Exception {
		KeyPair keys = keys("EC", "secp256r1");
		ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4.5.6");
		byte[] point = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()).getPublicKeyData().getOctets();
		SubjectPublicKeyInfo curve = new SubjectPublicKeyInfo(
				new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, unknown), point);
		SubjectPublicKeyInfo algorithm = new SubjectPublicKeyInfo(new AlgorithmIdentifier(unknown), new byte[] { 1 });
		SubjectPublicKeyInfo nothing = new SubjectPublicKeyInfo(
				new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey), new byte[0]);
		assertThat(only(pem(keys, curve, "SHA256withECDSA")).key().algorithm().name()).isEqualTo("EC 1.2.3.4.5.6");
		assertThat(only(pem(keys, algorithm, "SHA256withECDSA")).key().algorithm().name()).isEqualTo("1.2.3.4.5.6");
		assertThat(only(pem(keys, nothing, "SHA256withECDSA")).key().algorithm().name()).isEqualTo("EC");
	}

	@Test
	void fingerprintsAreThoseOfTheEncodedCertificate() throws Exception {
		String pem = ordinary();
		byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
		assertThat(only(pem).fingerprint("SHA-256")).isEqualTo(fingerprint("SHA-256", encoded)).hasSize(95);
		assertThat(only(pem).fingerprint("SHA-1")).isEqualTo(fingerprint("SHA-1", encoded)).hasSize(59);
		assertThat(only(pem).serial()).isEqualTo("A1B2C3D4E5F60718");
		assertThat(only(pem).issuer()).isEqualTo("CN=Test CA");
	}

	@Test
	void listsHostNamesAndAddressesOnly() throws Exception {
		KeyPair keys = keys("EC", "secp256r1");
		ParsedCertificate read = only(pem(keys, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
				"SHA256withECDSA", new GeneralName(GeneralName.dNSName, "*.Example.com"),
				new GeneralName(GeneralName.rfc822Name, "who@example.com"),
				new GeneralName(GeneralName.iPAddress, "192.0.2.7"),
				new GeneralName(GeneralName.iPAddress, "2001:db8::7"),
				new GeneralName(GeneralName.uniformResourceIdentifier, "https://example.com/")));
		List<DomainName> names = read.names().alternatives();
		assertThat(names).hasSize(3);
		assertThat(names.get(0)).isEqualTo(new DomainName("*.example.com"));
		assertThat(names.get(1).covers(new DomainName("192.0.2.7"))).isTrue();
		assertThat(names.get(2).covers(new DomainName("2001:db8::7"))).isTrue();
		assertThat(only(ordinary()).names().alternatives()).isEmpty();
	}

	@Test
	void readsWhatOtherProgramsWrite() throws Exception {
		String pem = ordinary();
		for (String written : List.of(pem.replace("\n", "\r\n"), pem.strip(), "subject=CN = leaf\n" + pem,
				pem.replace("CERTIFICATE", "X509 CERTIFICATE"), pem + "trailing")) {
			assertThat(only(written).toPem()).isEqualTo(only(pem).toPem());
		}
		assertThat(CertificateChain.read(pem + pem).certificates()).hasSize(2);
	}

	@Test
	void whatCanNotBeReadCostsNothingElse() throws Exception {
		String broken = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
		CertificateChain chain = CertificateChain.read(ordinary() + broken + ordinary());
		assertThat(chain.certificates()).hasSize(2);
		assertThat(chain.unreadable()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
			"-----BEGIN CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n", "中文",
			"\u0000", "0", "<html></html>" })
	void contentThatIsNoCertificateIsOneThatCanNotBeRead(String pem) {
		assertThat(CertificateChain.read(pem)).isEqualTo(new CertificateChain(List.of(), 1));
	}

	@Test
	void readsTheCasesThatOthersMade() throws Exception {
		assumeShared();
		ParsedCertificate sign = only(Files.readString(SHARED.resolve("cases/B2-sm2-pair/sm2sign.crt")));
		assertThat(sign.key().algorithm().name()).isEqualTo("SM2");
		assertThat(sign.signature()).isEqualTo("SM3withSM2");
		ParsedCertificate endless = CertificateChain.read(Files.readString(SHARED.resolve("cases/C11-9999/chain.pem")))
			.certificates()
			.get(0);
		assertThat(endless.validity().isEndless()).isTrue();
	}

	/**
	 * The JDK is the judge of every certificate of the corpus that it reads.
	 */
	@Test
	void agreesWithTheJdk() throws Exception {
		assumeShared();
		int compared = 0;
		try (Stream<Path> files = Files.walk(SHARED.resolve("pem-corpus"))) {
			for (Path file : files.filter((path) -> path.toString().matches(".*\\.(pem|crt)")).toList()) {
				compared += compare(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		assertThat(compared).isGreaterThan(300);
	}

	private static int compare(String text) throws IOException {
		int compared = 0;
		for (String block : BLOCK.matcher(text).results().map((found) -> found.group(1)).toList()) {
			try {
				byte[] encoded = Base64.getDecoder().decode(block.replaceAll("\\s", ""));
				X509Certificate judge = (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(encoded));
				ParsedCertificate read = only(
						"-----BEGIN CERTIFICATE-----\n" + block + "\n-----END CERTIFICATE-----\n");
				assertThat(read.subject()).isEqualTo(judge.getSubjectX500Principal().toString());
				assertThat(read.issuer()).isEqualTo(judge.getIssuerX500Principal().toString());
				if (judge.getNotBefore().toInstant().isAfter(GREGORIAN)) {
					assertThat(read.validity())
						.isEqualTo(new Validity(judge.getNotBefore().toInstant(), judge.getNotAfter().toInstant()));
				}
				assertThat(read.serial()).isEqualToIgnoringCase(judge.getSerialNumber().toString(16));
				compared++;
			}
			catch (CertificateException | IllegalArgumentException ex) {
				assertThat(CertificateChain.read(text).certificates()).hasSizeLessThan(10000);
			}
		}
		return compared;
	}

	private static void assumeShared() {
		Assumptions.assumeTrue(Files.isDirectory(SHARED), () -> "there is no " + SHARED);
	}

	private static ParsedCertificate only(String pem) {
		CertificateChain chain = CertificateChain.read(pem);
		assertThat(chain.unreadable()).isZero();
		assertThat(chain.certificates()).hasSize(1);
		return chain.certificates().get(0);
	}

	private static String ordinary() throws Exception {
		KeyPair keys = keys("EC", "secp256r1");
		return pem(keys, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), "SHA256withECDSA");
	}

	private static String fingerprint(String algorithm, byte[] encoded) throws Exception {
		StringBuilder text = new StringBuilder();
		for (byte octet : MessageDigest.getInstance(algorithm).digest(encoded)) {
			text.append(text.isEmpty() ? "" : ":").append(String.format("%02X", octet));
		}
		return text.toString();
	}

	private static KeyPair keys(String algorithm, String parameter) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BOUNCY_CASTLE);
		if (algorithm.equals("EC")) {
			generator.initialize(new ECGenParameterSpec(parameter));
		}
		if (algorithm.equals("RSA")) {
			generator.initialize(Integer.parseInt(parameter));
		}
		return generator.generateKeyPair();
	}

	private static String pem(KeyPair signer, SubjectPublicKeyInfo key, String algorithm, GeneralName... names)
			throws Exception {
		X509v3CertificateBuilder builder = new X509v3CertificateBuilder(new X500Name("CN=Test CA"),
				new BigInteger("A1B2C3D4E5F60718", 16), Date.from(FROM), Date.from(UNTIL),
				new X500Name("O=商城, CN=shop.example.com"), key);
		if (names.length > 0) {
			builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
		}
		byte[] encoded = builder
			.build(new JcaContentSignerBuilder(algorithm).setProvider(BOUNCY_CASTLE).build(signer.getPrivate()))
			.getEncoded();
		assertThat(Security.getProvider("BC")).isNull();
		return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
			.formatted(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded));
	}

}
