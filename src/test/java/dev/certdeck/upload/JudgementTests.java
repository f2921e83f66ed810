package dev.certdeck.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Judgement}.
 */
class JudgementTests {

	private static final TestMaterial.Pair RSA = TestMaterial.rsa("rsa.example.com");

	private static final TestMaterial.Pair EC = TestMaterial.ec("ec.example.com");

	private static final String EC_PARAMETERS = TestMaterial.block("EC PARAMETERS",
			new byte[] { 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7 });

	@ParameterizedTest
	@MethodSource("pairs")
	void pairIsAccepted(String certificate, String key) {
		Verdict verdict = judge(certificate, key);
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.candidate()).isNotNull();
	}

	static Stream<Arguments> pairs() {
		return Stream.of(RSA, EC)
			.flatMap((pair) -> Stream.of(Arguments.of(pair.certificate(), pair.key()),
					Arguments.of(pair.certificate(), pair.traditionalKey())));
	}

	@ParameterizedTest
	@MethodSource("spellings")
	void spellingsOfPemAreAcceptedAndSentInNormalForm(UnaryOperator<String> spelling) {
		Verdict verdict = judge(spelling.apply(RSA.certificate()), spelling.apply(RSA.traditionalKey()));
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.candidate().upload().chain()).isEqualTo(RSA.certificate().replace("\r\n", "\n"));
		assertThat(verdict.candidate().upload().privateKey()).isEqualTo(RSA.traditionalKey().replace("\r\n", "\n"));
	}

	static Stream<Arguments> spellings() {
		return Stream.<Arguments>of(spelling("CRLF", (pem) -> pem.replace("\n", "\r\n")),
				spelling("CR", (pem) -> pem.replace('\n', '\r')), spelling("BOM", (pem) -> "\uFEFF" + pem),
				spelling("blank lines", (pem) -> "\n\n" + pem.replace("\n", "\n\n")),
				spelling("indented", (pem) -> "    " + pem.replace("\n", "\n\t  ")),
				spelling("trailing spaces", (pem) -> pem.replace("\n", "  \n")),
				spelling("text around", (pem) -> "Bag Attributes: x\n-- \n" + pem + "the end"),
				spelling("no final newline", String::strip), spelling("one line", (pem) -> pem.replace("\n", " ")),
				spelling("short lines", (pem) -> pem.replaceAll("([A-Za-z0-9+/]{17})", "$1\n")));
	}

	private static Arguments spelling(String name, UnaryOperator<String> spelling) {
		return Arguments.of(Named.of(name, spelling));
	}

	@Test
	void filesJoinedWithoutNewlineAreRead() {
		String joined = RSA.certificate().strip() + EC.certificate().strip();
		assertThat(judge(joined, RSA.key()).candidate().upload().chain())
			.isEqualTo(RSA.certificate() + EC.certificate());
	}

	@Test
	void ecKeyAfterItsParametersIsRead() {
		String key = TestMaterial.block("EC PRIVATE KEY", EC.traditionalContent());
		assertThat(judge(EC.certificate(), EC_PARAMETERS + key).findings()).isEmpty();
		assertThat(judge(EC.certificate(), key).problems())
			.containsExactly(Finding.problem(Field.KEY, "curve-missing", 1, 1));
	}

	@Test
	void keyUnderTheWrongLabelIsSentUnderTheRightOne() {
		String mislabelled = TestMaterial.block("PRIVATE KEY", RSA.traditionalContent());
		assertThat(judge(RSA.certificate(), mislabelled).candidate().upload().privateKey())
			.startsWith("-----BEGIN RSA PRIVATE KEY-----");
	}

	@Test
	void leafIsSentFirstAndIssuersInOrder() {
		KeyPair root = TestMaterial.keys("EC", "secp256r1");
		KeyPair intermediate = TestMaterial.keys("EC", "secp256r1");
		String rootPem = TestMaterial.pem(TestMaterial.certificate("CN=Root", root, "CN=Root", root, later()));
		String intermediatePem = TestMaterial
			.pem(TestMaterial.certificate("CN=Inter", intermediate, "CN=Root", root, later()));
		String leafPem = TestMaterial
			.pem(TestMaterial.certificate("CN=leaf.example.com", EC.keys(), "CN=Inter", intermediate, later()));
		Verdict verdict = judge(rootPem + "text" + intermediatePem + leafPem + rootPem, EC.key());
		assertThat(verdict.candidate().upload().chain()).isEqualTo(leafPem + intermediatePem + rootPem);
		assertThat(verdict.candidate().leaf().names()).extracting(Object::toString).containsExactly("leaf.example.com");
	}

	@Test
	void certificateForCaNeedsNoKey() {
		Verdict verdict = judge(CertificateType.CA, "", RSA.certificate(), "");
		assertThat(verdict.candidate().upload().privateKey()).isNull();
		assertThat(verdict.candidate().upload().type()).isEqualTo(CertificateType.CA);
	}

	@ParameterizedTest
	@MethodSource("problems")
	void problemIsToldAtItsField(String chain, String key, Field field, String code, List<Object> arguments) {
		Verdict verdict = judge(chain, key);
		assertThat(verdict.candidate()).isNull();
		assertThat(verdict.problems()).contains(Finding.problem(field, code, arguments.toArray()));
	}

	static Stream<Arguments> problems() {
		String certificate = RSA.certificate();
		String key = RSA.key();
		return Stream.of(Arguments.of("", key, Field.CHAIN, "empty", List.of()),
				Arguments.of(certificate, " \n", Field.KEY, "empty", List.of()),
				Arguments.of("hello", key, Field.CHAIN, "not-pem", List.of()),
				Arguments.of("/etc/ssl/server.crt", key, Field.CHAIN, "file-name", List.of()),
				Arguments.of("<!DOCTYPE html><html></html>", key, Field.CHAIN, "html", List.of()),
				Arguments.of(body(certificate), key, Field.CHAIN, "bare-base64", List.of()),
				Arguments.of(certificate.replace("-----", "----"), key, Field.CHAIN, "malformed-begin", List.of(1)),
				Arguments.of(latin(RSA), key, Field.CHAIN, "der", List.of()),
				Arguments.of(certificate.replaceAll("-----END.*", ""), key, Field.CHAIN, "unterminated", List.of(1, 1)),
				Arguments.of(certificate.replaceAll("-----BEGIN.*-----", "\n"), key, Field.CHAIN, "end-without-begin",
						List.of((int) certificate.lines().count() + 1)),
				Arguments.of("\n" + certificate.replace("END CERTIFICATE", "END X"), key, Field.CHAIN, "end-differs",
						List.of(1, (int) certificate.lines().count() + 1, "CERTIFICATE", "X")),
				Arguments.of(certificate + certificate.replaceFirst("\nMII", "\nMI!"), key, Field.CHAIN, "bad-base64",
						List.of(2, (int) certificate.lines().count() + 2, 3)),
				Arguments.of(certificate.replaceFirst("\nMII", "\nAII"), key, Field.CHAIN, "unreadable-certificate",
						List.of(1, 1)),
				Arguments.of("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", key, Field.CHAIN, "empty-block",
						List.of(1, 1)),
				Arguments.of(certificate + key, key, Field.CHAIN, "private-key",
						List.of(2, (int) certificate.lines().count() + 1)),
				Arguments.of(TestMaterial.block("CERTIFICATE", RSA.keys().getPrivate().getEncoded()), key, Field.CHAIN,
						"private-key", List.of(1, 1)),
				Arguments.of(key, certificate, Field.CHAIN, "swapped", List.of()),
				Arguments.of(certificate, certificate, Field.KEY, "certificate", List.of(1, 1)),
				Arguments.of(RSA.request(), key, Field.CHAIN, "request", List.of(1, 1)),
				Arguments.of(TestMaterial.pem(RSA.keys().getPublic()), key, Field.CHAIN, "public-key", List.of(1, 1)),
				Arguments.of(certificate, key + EC.key(), Field.KEY, "several-keys", List.of(2)),
				Arguments.of(certificate, TestMaterial.block("ENCRYPTED PRIVATE KEY", new byte[9]), Field.KEY,
						"encrypted-key", List.of(1, 1)),
				Arguments.of(certificate, key.replace("KEY-----\nMII", "KEY-----\nProc-Type: 4,ENCRYPTED\n\nMII"),
						Field.KEY, "encrypted-key", List.of(1, 1)),
				Arguments.of(certificate, TestMaterial.block("OPENSSH PRIVATE KEY", new byte[9]), Field.KEY,
						"openssh-key", List.of(1, 1)),
				Arguments.of(certificate,
						TestMaterial.block("PRIVATE KEY", TestMaterial.keys("Ed25519", "").getPrivate().getEncoded()),
						Field.KEY, "unsupported-key", List.of(1, 1, "Ed25519")),
				Arguments.of(certificate, TestMaterial.block("PRIVATE KEY", new byte[] { 0x30, 3, 2, 1, 0 }), Field.KEY,
						"unreadable-key", List.of(1, 1)),
				Arguments.of(certificate, EC.key(), Field.KEY, "key-mismatch", List.of("RSA 2048", "EC P-256")),
				Arguments.of(certificate + EC.certificate(), EC.key(), Field.KEY, "key-of-other",
						List.of("rsa.example.com", "ec.example.com", 2)),
				Arguments.of(certificate, damagedRsaKey(), Field.KEY, "key-damaged", List.of()),
				Arguments.of(expired(), key, Field.CHAIN, "expired",
						List.of("old.example.com", "2026-11-23 11:59 UTC")),
				Arguments.of(certificate.repeat(21), key, Field.CHAIN, "too-many-certificates", List.of(21, 20)),
				Arguments.of("x".repeat(1 << 21), key, Field.CHAIN, "too-large", List.of(1024)));
	}

	private static String expired() {
		return TestMaterial.Pair.of(RSA.keys(), "old.example.com", TestMaterial.NOW.minus(Duration.ofMinutes(1)))
			.certificate();
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
	void problemsOfTheFormAreTold() {
		Verdict verdict = Judgement.of(new Submission(null, "a".repeat(201) + "\n", text("x", "y"), text("x", "y")),
				TestMaterial.NOW);
		assertThat(verdict.findings()).extracting(Finding::code)
			.contains("type-missing", "alias-too-long", "alias-control-character", "text-and-file");
	}

	@Test
	void sameTextInFieldAndFileIsNoContradiction() {
		Submission.Text chain = text(RSA.certificate(), RSA.certificate().replace("\n", "\r\n"));
		assertThat(Judgement.of(new Submission(CertificateType.SVR, "", chain, text(RSA.key(), "")), TestMaterial.NOW)
			.findings()).isEmpty();
	}

	@Test
	void keyForCaIsRefused() {
		assertThat(judge(CertificateType.CA, "", RSA.certificate(), RSA.key()).problems())
			.containsExactly(Finding.problem(Field.KEY, "key-not-wanted"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "RSA", "EC" })
	void flippedCharacterOfTheKeyIsNeverAccepted(String algorithm) {
		TestMaterial.Pair pair = algorithm.equals("RSA") ? RSA : EC;
		byte[] content = pair.traditionalContent();
		for (int index = 0; index < content.length; index += (algorithm.equals("RSA") ? 7 : 1)) {
			byte[] flipped = content.clone();
			flipped[index] ^= 4;
			String parameters = algorithm.equals("RSA") ? "" : EC_PARAMETERS;
			Verdict verdict = judge(pair.certificate(), parameters + TestMaterial.block("RSA PRIVATE KEY", flipped));
			assertThat(verdict.candidate()).as("byte %d", index).isNull();
		}
	}

	@Test
	void noKeyTextIsInAVerdictOrItsParts() {
		String marker = body(RSA.key()).lines().skip(2).findFirst().orElseThrow();
		Submission submission = new Submission(CertificateType.SVR, "", text(RSA.certificate(), ""),
				text(RSA.key(), ""));
		assertThat(submission.toString()).doesNotContain(marker);
		assertThat(Judgement.of(submission, TestMaterial.NOW).toString()).doesNotContain(marker);
		assertThat(judge(RSA.key(), RSA.key().replace("END", "ENE")).toString()).doesNotContain(marker);
	}

	private static String body(String pem) {
		return pem.replaceAll("-----.*-----\n", "");
	}

	private static String latin(TestMaterial.Pair pair) {
		return new String(pair.content(), StandardCharsets.ISO_8859_1);
	}

	private static Instant later() {
		return TestMaterial.NOW.plus(Duration.ofDays(30));
	}

	private static Verdict judge(String chain, String key) {
		return judge(CertificateType.SVR, "", chain, key);
	}

	private static Verdict judge(CertificateType type, String alias, String chain, String key) {
		return Judgement.of(new Submission(type, alias, text(chain, ""), text(key, "")), TestMaterial.NOW);
	}

	private static Submission.Text text(String pasted, String uploaded) {
		return new Submission.Text(pasted, uploaded);
	}

}
