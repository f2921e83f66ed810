package dev.certdeck.upload.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.Finding.Severity;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.pki.key.Pairing;
import dev.certdeck.upload.TestMaterial;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link UploadValidator}.
 */
class UploadValidatorTests {

	private static final TestMaterial.Pair RSA = TestMaterial.rsa("rsa.example.com");

	private static final TestMaterial.Pair EC = TestMaterial.ec("ec.example.com");

	private static final String EC_PARAMETERS = TestMaterial.block("EC PARAMETERS",
			new byte[] { 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7 });

	@ParameterizedTest
	@MethodSource("pairs")
	void pairIsAccepted(String certificate, String key) {
		ValidationResult result = validate(certificate, key);
		assertThat(result.problems()).isEmpty();
		assertThat(codes(result)).containsExactly("self-signed", "new-names");
		assertThat(result.preview().pairing()).isEqualTo(Pairing.PAIRED);
		assertThat(result.validUpload()).isNotNull();
	}

	static Stream<Arguments> pairs() {
		return Stream.of(RSA, EC)
			.flatMap((pair) -> Stream.of(Arguments.of(pair.certificate(), pair.key()),
					Arguments.of(pair.certificate(), pair.traditionalKey())));
	}

	@ParameterizedTest
	@MethodSource("spellings")
	void spellingsOfPemAreSentInNormalForm(UnaryOperator<String> spelling, String note) {
		ValidationResult result = validate(spelling.apply(RSA.certificate()), spelling.apply(RSA.traditionalKey()));
		assertThat(result.problems()).isEmpty();
		assertThat(result.validUpload().upload().chain()).isEqualTo(RSA.certificate().replace("\r\n", "\n"));
		assertThat(result.validUpload().upload().privateKey()).isEqualTo(RSA.traditionalKey().replace("\r\n", "\n"));
		assertThat(codes(result).contains(note)).isEqualTo(!note.isEmpty());
	}

	static Stream<Arguments> spellings() {
		return Stream.<Arguments>of(spelling("CRLF", "", (pem) -> pem.replace("\n", "\r\n")),
				spelling("CR", "tidied", (pem) -> pem.replace('\n', '\r')),
				spelling("BOM", "tidied", (pem) -> "\uFEFF" + pem),
				spelling("blank lines", "", (pem) -> "\n\n" + pem.replace("\n", "\n\n")),
				spelling("indented", "tidied", (pem) -> "    " + pem.replace("\n", "\n\t  ")),
				spelling("trailing spaces", "tidied", (pem) -> pem.replace("\n", "  \n")),
				spelling("quoted mail", "tidied", (pem) -> "> " + pem.replace("\n", "\n> ")),
				spelling("text around", "", (pem) -> "Bag Attributes: x\n-- \n" + pem + "the end"),
				spelling("no final newline", "", String::strip),
				spelling("one line", "", (pem) -> pem.replace("\n", " ")),
				spelling("short lines", "", (pem) -> pem.replaceAll("([A-Za-z0-9+/]{17})", "$1\n")),
				spelling("no-break and zero-width spaces", "", (pem) -> pem.replace("\n", "\u00a0\u200b\n")),
				spelling("JSON", "unescaped",
						(pem) -> "{\"pem\": \"" + pem.replace("\n", "\\n").replace("/", "\\/") + "\"}"),
				spelling("JSON in JSON", "unescaped", (pem) -> pem.replace("\n", "\\\\n")),
				spelling("JSON with CRLF", "unescaped", (pem) -> pem.replace("\n", "\\r\\n")),
				spelling("JSON with code points", "unescaped",
						(pem) -> pem.replace("\n", "\\n").replace("+", "\\u002b").replace("=", "\\u003D")),
				spelling("lines of a program", "unescaped",
						(pem) -> pem.lines().map((line) -> "\t\"" + line + "\\n\" +\n").reduce("", String::concat)),
				spelling("en dashes", "markers", (pem) -> pem.replace("-----", "\u2013\u2013\u2013\u2013\u2013")),
				spelling("em dashes", "markers", (pem) -> pem.replace("-----", "\u2014\u2014-")),
				spelling("four dashes", "markers", (pem) -> pem.replace("-----", "----")),
				spelling("small letters", "markers", (pem) -> pem.replace("BEGIN CERTIFICATE", "begin certificate")
					.replace("BEGIN RSA", "Begin rsa")));
	}

	private static Arguments spelling(String name, String note, UnaryOperator<String> spelling) {
		return Arguments.of(Named.of(name, spelling), note);
	}

	@Test
	void ecKeyAfterItsParametersIsRead() {
		String key = TestMaterial.block("EC PRIVATE KEY", EC.traditionalContent());
		ValidationResult result = validate(EC.certificate(), EC_PARAMETERS + key);
		assertThat(result.problems()).isEmpty();
		assertThat(validate(EC.certificate(), result.validUpload().upload().privateKey()).problems()).isEmpty();
		assertThat(codes(validate(EC.certificate(), key))).first().isEqualTo("curve-missing");
	}

	@Test
	void keyUnderTheWrongLabelIsSentUnderTheRightOne() {
		String mislabelled = TestMaterial.block("PRIVATE KEY", RSA.traditionalContent());
		assertThat(validate(RSA.certificate(), mislabelled).validUpload().upload().privateKey())
			.startsWith("-----BEGIN RSA PRIVATE KEY-----");
	}

	@Test
	void certificateForCaNeedsNoKey() {
		ValidationResult result = validate(CertificateType.CA, RSA.certificate(), "");
		assertThat(result.validUpload().upload().privateKey()).isNull();
		assertThat(result.validUpload().upload().type()).isEqualTo(CertificateType.CA);
		assertThat(codes(validate(CertificateType.CA, RSA.certificate(), RSA.key()))).first().isEqualTo("not-wanted");
	}

	@Test
	void certificateAndKeyInOneFieldAreFound() {
		for (ValidationResult result : List.of(validate(RSA.certificate() + RSA.key(), ""),
				validate("", RSA.key() + RSA.certificate()))) {
			assertThat(result.problems()).isEmpty();
			assertThat(codes(result)).containsAnyOf("key-found", "certificate-found");
			assertThat(result.validUpload().upload().privateKey()).isEqualTo(RSA.key());
		}
	}

	@Test
	void swappedFieldsAreToldAtBoth() {
		assertThat(validate(RSA.key(), RSA.certificate()).problems()).extracting(Finding::field, Finding::code)
			.containsExactly(tuple(Field.CHAIN, FindingCode.SWAPPED), tuple(Field.KEY, FindingCode.SWAPPED));
	}

	@Test
	void whatIsNotNeededIsLeftOutWithANote() {
		ValidationResult result = validate(RSA.request() + RSA.certificate(),
				TestMaterial.pem(RSA.keys().getPublic()) + RSA.key());
		assertThat(result.problems()).isEmpty();
		assertThat(codes(result)).filteredOn("spare"::equals).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void problemIsToldAtItsPlace(String chain, String key, Field field, String code, int line) {
		ValidationResult result = validate(chain, key);
		assertThat(result.validUpload()).isNull();
		assertThat(result.problems()).filteredOn((problem) -> problem.code().id().equals(code))
			.first()
			.satisfies((problem) -> {
				assertThat(problem.field()).isEqualTo(field);
				assertThat(problem.place().line()).isEqualTo(line);
			});
	}

	static Stream<Arguments> problems() {
		String certificate = RSA.certificate();
		String key = RSA.key();
		int length = (int) certificate.lines().count();
		return Stream.of(Arguments.of("", key, Field.CHAIN, "empty", 0),
				Arguments.of(certificate, " \n", Field.KEY, "empty", 0),
				Arguments.of("hello", key, Field.CHAIN, "not-pem", 0),
				Arguments.of("/etc/ssl/server.crt", key, Field.CHAIN, "file-name", 0),
				Arguments.of("<!DOCTYPE html><html></html>", key, Field.CHAIN, "html", 0),
				Arguments.of("PuTTY-User-Key-File-3: ssh-rsa", key, Field.CHAIN, "putty-key", 0),
				Arguments.of("{\"kty\":\"RSA\"}", key, Field.CHAIN, "json-web-key", 0),
				Arguments.of("ssh-rsa AAAAB3Nza user@host", key, Field.CHAIN, "ssh-public-key", 0),
				Arguments.of("\u0001\u0002\u0003", key, Field.CHAIN, "binary", 0),
				Arguments.of("\nBEGIN CERTIFICATE\nMII", key, Field.CHAIN, "malformed-begin", 2),
				Arguments.of(certificate.replaceAll("-----END.*", ""), key, Field.CHAIN, "unterminated", 1),
				Arguments.of(certificate.replaceAll("-----BEGIN.*-----", "\n"), key, Field.CHAIN, "end-without-begin",
						length + 1),
				Arguments.of("\n" + certificate.replace("END CERTIFICATE", "END X"), key, Field.CHAIN, "end-differs",
						2),
				Arguments.of(certificate + certificate.replaceFirst("\nMII", "\nMI!"), key, Field.CHAIN, "bad-base64",
						length + 1),
				Arguments.of("-----BEGIN CERTIFICATE-----\n" + "A".repeat(401) + "\n-----END CERTIFICATE-----", key,
						Field.CHAIN, "cut-base64", 1),
				Arguments.of(certificate.replaceFirst("\nMII", "\nAII"), key, Field.CHAIN, "unreadable-certificate", 1),
				Arguments.of("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", key, Field.CHAIN, "empty-block",
						1),
				Arguments.of(RSA.request(), key, Field.CHAIN, "request", 1),
				Arguments.of(TestMaterial.block("X509 CRL", new byte[] { 1 }), key, Field.CHAIN, "revocation-list", 1),
				Arguments.of(TestMaterial.block("DSA SOMETHING", new byte[] { 1 }), key, Field.CHAIN, "other-block", 1),
				Arguments.of(TestMaterial.pem(RSA.keys().getPublic()), key, Field.CHAIN, "public-key", 1),
				Arguments.of(certificate, TestMaterial.pem(RSA.keys().getPublic()), Field.KEY, "public-key", 1),
				Arguments.of(certificate, TestMaterial.rsa("x").key() + EC.key(), Field.KEY, "several-keys",
						(int) key.lines().count() + 1),
				Arguments.of(certificate, TestMaterial.block("ENCRYPTED PRIVATE KEY", new byte[9]), Field.KEY,
						"unreadable-key", 1),
				Arguments.of(certificate, key.replace("KEY-----\nMII", "KEY-----\nProc-Type: 4,ENCRYPTED\n\nMII"),
						Field.PASSPHRASE, "passphrase-missing", 1),
				Arguments.of(certificate, TestMaterial.block("OPENSSH PRIVATE KEY", new byte[9]), Field.KEY,
						"openssh-key", 1),
				Arguments.of(certificate,
						TestMaterial.block("PRIVATE KEY", TestMaterial.keys("DH", "512").getPrivate().getEncoded()),
						Field.KEY, "unsupported-key", 1),
				Arguments.of(certificate, TestMaterial.block("PRIVATE KEY", new byte[] { 0x30, 3, 2, 1, 0 }), Field.KEY,
						"unreadable-key", 1),
				Arguments.of(certificate, EC.key(), Field.KEY, "key-mismatch", 1),
				Arguments.of(certificate, damagedRsaKey(), Field.KEY, "damaged-key", 1),
				Arguments.of(expired(), key, Field.CHAIN, "expired", 1),
				Arguments.of(certificate + EC.certificate(), key, Field.CHAIN, "does-not-belong", length + 1),
				Arguments.of(TestMaterial.block("CERTIFICATE", new byte[130 << 10]), key, Field.CHAIN,
						"certificate-too-large", 1),
				Arguments.of(certificate.repeat(201), key, Field.CHAIN, "too-many-blocks", 0),
				Arguments.of("x".repeat(1 << 21), key, Field.CHAIN, "too-large", 0));
	}

	@Test
	void keyOfTheCertificateIsTakenAmongOthers() {
		ValidationResult result = validate(RSA.certificate(), EC.key() + RSA.key());
		assertThat(result.validUpload().upload().privateKey())
			.isEqualTo(validate(RSA.certificate(), RSA.key()).validUpload().upload().privateKey());
		assertThat(result.findings()).filteredOn((finding) -> finding.code() == FindingCode.OTHER_KEY_LEFT_OUT)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.place().block()).isEqualTo(1));
	}

	private static String expired() {
		return TestMaterial.Pair.of(RSA.keys(), "old.example.com", TestMaterial.NOW.minus(Duration.ofMinutes(1)))
			.certificate();
	}

	@Test
	void damagedKeyIsComparedAllTheSame() {
		assertThat(validate(RSA.certificate(), damagedRsaKey()).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("damaged-key");
		assertThat(validate(EC.certificate(), damagedRsaKey()).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("damaged-key", "key-mismatch");
	}

	private static String damagedRsaKey() {
		RSAPrivateKey key = RSAPrivateKey.getInstance(RSA.traditionalContent());
		try {
			return TestMaterial.block("RSA PRIVATE KEY",
					new RSAPrivateKey(key.getModulus(), key.getPublicExponent(), key.getPrivateExponent().flipBit(9),
							key.getPrime1(), key.getPrime2(), key.getExponent1(), key.getExponent2(),
							key.getCoefficient())
						.getEncoded());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void mismatchNamesBothKeysByTheirFingerprints() {
		TestMaterial.Pair other = TestMaterial.rsa("other.example.com");
		Finding mismatch = validate(RSA.certificate(), other.key()).problems().get(0);
		assertThat(mismatch.code()).isEqualTo(FindingCode.KEY_MISMATCH);
		assertThat(mismatch.arguments()).hasSize(5).contains("RSA 2048");
		assertThat(mismatch.arguments().get(1)).isNotEqualTo(mismatch.arguments().get(3));
	}

	@Test
	void problemsOfTheFormAreTold() {
		UploadForm form = new UploadForm("", null, "a".repeat(201) + "\n", List.of(), Passphrase.none());
		assertThat(codes(UploadValidator.validate(form, (leaf) -> List.of(), TestMaterial.NOW)))
			.containsExactly("type-missing", "alias-too-long", "alias-control-character", "empty", "empty");
	}

	@Test
	void moreCertificatesThanAChainHasAreTold() {
		StringBuilder bundle = new StringBuilder();
		KeyPair keys = EC.keys();
		for (int number = 0; number < 21; number++) {
			bundle.append(TestMaterial.Pair.of(keys, "host" + number, later()).certificate());
		}
		assertThat(validate(bundle.toString(), EC.key()).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("too-many-certificates");
	}

	@Test
	void findingsComeByWeightAndField() {
		ValidationResult result = validate(expired(), "\uFEFF" + EC.key());
		assertThat(result.findings()).extracting(Finding::severity)
			.isSorted()
			.contains(Severity.PROBLEM, Severity.WARNING, Severity.NOTE);
		assertThat(result.problems()).extracting(Finding::field).containsExactly(Field.CHAIN, Field.KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RSA", "EC" })
	void flippedBitOfTheKeyIsNeverAccepted(String algorithm) {
		TestMaterial.Pair pair = algorithm.equals("RSA") ? RSA : EC;
		byte[] content = pair.traditionalContent();
		for (int index = 0; index < content.length; index += (algorithm.equals("RSA") ? 7 : 1)) {
			byte[] flipped = content.clone();
			flipped[index] ^= 4;
			String parameters = algorithm.equals("RSA") ? "" : EC_PARAMETERS;
			ValidationResult result = validate(pair.certificate(),
					parameters + TestMaterial.block("RSA PRIVATE KEY", flipped));
			assertThat(result.validUpload()).as("byte %d", index).isNull();
		}
	}

	@Test
	void noKeyTextIsInAResultOrItsParts() {
		String marker = RSA.key().lines().skip(3).findFirst().orElseThrow();
		UploadForm form = new UploadForm("", CertificateType.SVR, "",
				List.of(new Input(Field.KEY, "", RSA.key().getBytes(StandardCharsets.UTF_8))),
				new Passphrase("secret".toCharArray()));
		assertThat(form.toString()).doesNotContain(marker, "secret");
		assertThat(validate(RSA.certificate(), RSA.key()).toString()).doesNotContain(marker);
		assertThat(validate(RSA.key(), RSA.key().replace("END", "ENE")).toString()).doesNotContain(marker);
	}

	private static Instant later() {
		return TestMaterial.NOW.plus(Duration.ofDays(30));
	}

	private static List<String> codes(ValidationResult result) {
		return result.findings().stream().map((finding) -> finding.code().id()).toList();
	}

	private static ValidationResult validate(String chain, String key) {
		return TestMaterial.validate(chain, key);
	}

	private static ValidationResult validate(CertificateType type, String chain, String key) {
		return UploadValidator.validate(TestMaterial.form(type, chain, key), (leaf) -> List.of(), TestMaterial.NOW);
	}

}
