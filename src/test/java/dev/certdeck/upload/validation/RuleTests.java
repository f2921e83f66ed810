package dev.certdeck.upload.validation;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.key.KeyAlgorithm;
import dev.certdeck.pki.key.KeyAlgorithm.Family;
import dev.certdeck.pki.key.Roca;
import dev.certdeck.upload.TestCertificate;
import dev.certdeck.upload.TestMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lifetimes}, {@link ValidityRule}, {@link NameRule},
 * {@link WeaknessRule} and {@link AcceptedKeys}.
 */
class RuleTests {

	private static final TestCertificate ISSUER = TestCertificate.authority("CN=Issuer");

	@ParameterizedTest
	@CsvSource({ "2018-02-28T23:59:59Z, 4000, ", "2018-03-01T00:00:00Z, 825, 825", "2020-08-31T23:59:59Z, 825, 825",
			"2020-09-01T00:00:00Z, 398, 398", "2026-03-14T23:59:59Z, 398, 398", "2026-03-15T00:00:00Z, 200, 200",
			"2027-03-14T23:59:59Z, 200, 200", "2027-03-15T00:00:00Z, 100, 100", "2029-03-14T23:59:59Z, 100, 100",
			"2029-03-15T00:00:00Z, 47, 47" })
	void lifetimeIsBoundedByTheDateOfIssue(Instant from, int allowed, Integer told) {
		Instant last = from.plus(Duration.ofDays(allowed)).minusSeconds(1);
		assertThat(Lifetimes.exceeded(new Validity(from, last))).isEmpty();
		if (told != null) {
			assertThat(Lifetimes.exceeded(new Validity(from, last.plusSeconds(1)))).contains(told);
		}
	}

	@Test
	void validityIsToldToTheSecond() {
		Instant now = TestMaterial.NOW;
		assertThat(codes(server().valid(now.minusSeconds(100), now))).doesNotContain("expired");
		assertThat(codes(server().valid(now.minusSeconds(100), now.minusSeconds(1)))).contains("expired");
		assertThat(codes(server().valid(now, now.plusSeconds(100)))).doesNotContain("not-yet-valid");
		assertThat(codes(server().valid(now.plusSeconds(1), now.plusSeconds(100)))).contains("not-yet-valid");
	}

	@Test
	void endBeforeTheBeginningIsNoTimeAtAll() {
		Instant now = TestMaterial.NOW;
		for (Instant from : List.of(now.minusSeconds(50), now.plusSeconds(50))) {
			assertThat(codes(server().valid(from, from.minusSeconds(200)))).contains("never-valid")
				.doesNotContain("expired", "not-yet-valid", "lifetime");
		}
	}

	@Test
	void noEndIsToldAsSuch() {
		assertThat(codes(server().valid(TestMaterial.NOW, Validity.NO_END))).contains("no-end")
			.doesNotContain("lifetime");
	}

	@Test
	void lifetimeIsNoMatterForWhatNoAuthorityIssued() {
		Instant end = TestMaterial.NOW.plus(Duration.ofDays(1000));
		assertThat(codes(server().valid(TestMaterial.NOW, end))).contains("lifetime");
		assertThat(codes(TestCertificate.of("CN=a.example.com").names("a.example.com").valid(TestMaterial.NOW, end)))
			.doesNotContain("lifetime");
	}

	@Test
	void namesAreChecked() {
		assertThat(codes(TestCertificate.of("O=Example").by(ISSUER))).contains("no-names");
		assertThat(codes(TestCertificate.of("CN=a.example.com").by(ISSUER))).contains("no-alternative-names");
		assertThat(codes(server().names("b.example.com"))).contains("common-name-alone");
		assertThat(codes(server().names("b.example.com", "a.example.com"))).doesNotContain("common-name-alone",
				"no-names", "no-alternative-names");
	}

	@Test
	void smallKeysAndExponentsAreWarnedOf() throws Exception {
		assertThat(codes(server().keys(TestMaterial.keys("RSA", "1024")))).contains("small-key")
			.doesNotContain("small-exponent", "key-not-accepted", "roca");
		assertThat(codes(server().keys(TestMaterial.keys("RSA", "2048")))).doesNotContain("small-key");
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
		assertThat(codes(server().keys(generator.generateKeyPair()))).contains("small-exponent");
		assertThat(codes(server().keys(TestMaterial.keys("RSA", "512")))).contains("key-not-accepted");
	}

	@Test
	void brokenDigestIsWarnedOfUnlessACertificateSignedItself() {
		assertThat(codes(server().signature("SHA1withECDSA"))).contains("weak-digest");
		assertThat(codes(TestCertificate.of("CN=a").signature("SHA1withECDSA"))).doesNotContain("weak-digest");
		assertThat(codes(server())).doesNotContain("weak-digest");
	}

	@Test
	void modulusWithTheMarkOfRocaIsNoticed() {
		BigInteger product = BigInteger.ONE;
		for (int number = 2; number <= 167; number++) {
			if (BigInteger.valueOf(number).isProbablePrime(30)) {
				product = product.multiply(BigInteger.valueOf(number));
			}
		}
		BigInteger generator = BigInteger.valueOf(65537);
		BigInteger first = product.multiply(BigInteger.valueOf(12345)).add(generator.modPow(BigInteger.TEN, product));
		BigInteger second = product.multiply(BigInteger.valueOf(54321)).add(generator.modPow(BigInteger.TWO, product));
		assertThat(Roca.isVulnerable(first.multiply(second))).isTrue();
		assertThat(Roca.isVulnerable(first.multiply(second).add(BigInteger.TWO))).isFalse();
		KeyPair usual = TestMaterial.keys("RSA", "1024");
		assertThat(Roca.isVulnerable(((RSAPublicKey) usual.getPublic()).getModulus())).isFalse();
	}

	@Test
	void tableTellsWhichKeysAreTaken() {
		Properties table = new Properties();
		table.setProperty("RSA", "1024-4096");
		table.setProperty("EC", "P-256 ,P-384");
		table.setProperty("DSA", "*");
		AcceptedKeys keys = new AcceptedKeys(table);
		assertThat(List.of(key(Family.RSA, "1024"), key(Family.RSA, "4096"), key(Family.EC, "P-384"),
				key(Family.DSA, "512")))
			.allMatch(keys::accepts);
		assertThat(List.of(key(Family.RSA, "1023"), key(Family.RSA, "4097"), key(Family.EC, "P-521"),
				key(Family.SM2, ""), key(Family.ED25519, "")))
			.noneMatch(keys::accepts);
		assertThat(keys.description()).isEqualTo("RSA 1024-4096; EC P-256 ,P-384; DSA *");
	}

	@Test
	void keyThatIsNotTakenIsAProblemOfTheCertificate() {
		TestMaterial.Pair edwards = TestMaterial.Pair.of(TestMaterial.keys("Ed25519", ""), "ed.example.com",
				TestMaterial.NOW.plus(Duration.ofDays(9)));
		ValidationResult result = TestMaterial.validate(edwards.certificate(), edwards.key());
		assertThat(result.problems()).extracting((finding) -> finding.code().id()).containsExactly("key-not-accepted");
		assertThat(result.preview().pairing()).hasToString("PAIRED");
	}

	private static KeyAlgorithm key(Family family, String variant) {
		return new KeyAlgorithm(family, variant);
	}

	private static TestCertificate server() {
		return TestCertificate.server("a.example.com", ISSUER);
	}

	private static List<String> codes(TestCertificate certificate) {
		return TestMaterial.validate(certificate.pem(), certificate.key())
			.findings()
			.stream()
			.map((finding) -> finding.code().id())
			.toList();
	}

}
