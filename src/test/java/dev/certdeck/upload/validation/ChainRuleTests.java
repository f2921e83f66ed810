package dev.certdeck.upload.validation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.TestCertificate;
import dev.certdeck.upload.TestMaterial;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Chain} and {@link ChainRule}.
 */
class ChainRuleTests {

	private final TestCertificate root = TestCertificate.authority("CN=Root");

	private final TestCertificate upper = TestCertificate.authority("CN=Upper").by(this.root);

	private final TestCertificate lower = TestCertificate.authority("CN=Lower").by(this.upper);

	private final TestCertificate leaf = TestCertificate.server("www.example.com", this.lower);

	@Test
	void wholeChainInOrderIsSentWithoutItsRoot() {
		ValidationResult result = validate(this.leaf, this.lower, this.upper, this.root);
		assertThat(sent(result)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(result)).containsExactly("root-left-out", "new-names");
	}

	@Test
	void chainOutOfOrderWithADuplicateIsPutRight() {
		ValidationResult result = validate(this.root, this.upper, this.leaf, this.lower, this.upper);
		assertThat(sent(result)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(result)).containsExactly("duplicate", "reordered", "root-left-out", "new-names");
	}

	@Test
	void leafAloneMissesItsIntermediate() {
		ValidationResult result = validate(this.leaf);
		assertThat(result.findings()).filteredOn((finding) -> finding.code() == FindingCode.MISSING_INTERMEDIATE)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.arguments()).containsExactly("Lower"));
		assertThat(result.preview().missingIssuer()).isEqualTo("Lower");
		assertThat(result.validUpload()).isNotNull();
	}

	@Test
	void leafThatARootSignedMissesNothing() {
		TestCertificate direct = TestCertificate.server("direct.example.com", this.root);
		assertThat(codes(validate(direct, this.root))).doesNotContain("missing-intermediate").contains("root-left-out");
	}

	@Test
	void rootAboveAGapIsLeftOut() {
		ValidationResult result = validate(this.leaf, this.root);
		assertThat(codes(result)).containsExactly("missing-intermediate", "root-left-out", "new-names");
		assertThat(sent(result)).isEqualTo(pem(this.leaf));
	}

	@Test
	void strangerDoesNotBelong() {
		TestCertificate stranger = TestCertificate.of("CN=stranger.example.com").names("stranger.example.com");
		ValidationResult result = validate(this.leaf, this.lower, stranger);
		assertThat(result.problems()).extracting((finding) -> finding.code().id()).containsExactly("does-not-belong");
		assertThat(result.problems().get(0).place().block()).isEqualTo(3);
	}

	@Test
	void keyTellsTheLeafAmongStrangers() {
		TestCertificate other = TestCertificate.server("other.example.com", this.lower);
		ValidationResult result = TestMaterial.validate(pem(other, this.leaf, this.lower), this.leaf.key());
		assertThat(result.preview().leaf().title()).isEqualTo("www.example.com");
		assertThat(result.problems()).extracting((finding) -> finding.code().id()).containsExactly("does-not-belong");
	}

	@Test
	void issuerOfTheSameNameWithAnotherKeyIsFalse() {
		TestCertificate namesake = TestCertificate.authority("CN=Lower").by(this.upper);
		assertThat(validate(this.leaf, namesake, this.root).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("false-issuer");
		assertThat(validate(this.leaf, namesake, this.lower, this.upper).problems())
			.extracting((finding) -> finding.code().id())
			.containsExactly("does-not-belong");
	}

	@Test
	void issuerWithAnotherIdentifierIsFalse() {
		TestCertificate issuer = TestCertificate.authority("CN=Issuer").identified();
		TestCertificate server = TestCertificate.server("a.example.com", issuer).identified();
		assertThat(validate(server, issuer).problems()).isEmpty();
		TestCertificate claimed = TestCertificate.authority("CN=Issuer").identified();
		assertThat(validate(server, claimed).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("false-issuer");
	}

	@Test
	void crossSignedIssuerIsLeftOut() {
		TestCertificate otherRoot = TestCertificate.authority("CN=Other root");
		TestCertificate crossSigned = TestCertificate.authority("CN=Root").keys(this.root.keys()).by(otherRoot);
		ValidationResult result = validate(this.leaf, this.lower, this.upper, this.root, crossSigned);
		assertThat(result.problems()).isEmpty();
		assertThat(sent(result)).isEqualTo(pem(this.leaf, this.lower, this.upper, crossSigned));
		assertThat(codes(result)).contains("root-left-out").doesNotContain("issuer-left-out");
	}

	@Test
	void secondCertificateOfAnIssuerIsLeftOut() {
		TestCertificate otherRoot = TestCertificate.authority("CN=Other root");
		TestCertificate crossSigned = TestCertificate.authority("CN=Upper").keys(this.upper.keys()).by(otherRoot);
		ValidationResult result = validate(this.leaf, this.lower, this.upper, crossSigned);
		assertThat(result.problems()).isEmpty();
		assertThat(sent(result)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(result)).contains("issuer-left-out").doesNotContain("root-left-out");
	}

	@Test
	void certificateThatDoesNotSignItselfIsNoticed() {
		TestCertificate broken = TestCertificate.of("CN=self.example.com").by(this.root).named("CN=self.example.com");
		assertThat(validate(broken).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("bad-signature");
	}

	@Test
	void selfSignedLeafAndAuthorityAreWarnedOf() {
		TestCertificate self = TestCertificate.authority("CN=self.example.com").names("self.example.com");
		assertThat(codes(validate(self))).contains("self-signed", "authority").doesNotContain("bad-signature");
		assertThat(validate(self).validUpload()).isNotNull();
	}

	@Test
	void authoritiesAreSentAsTheyCome() {
		ValidationResult result = authorities(this.root, this.upper, this.root);
		assertThat(sent(result)).isEqualTo(pem(this.root, this.upper));
		assertThat(codes(result)).contains("duplicate");
		assertThat(authorities(this.leaf).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("not-an-authority");
	}

	@Test
	void expiredIntermediateIsWarnedOf() {
		TestCertificate old = TestCertificate.authority("CN=Old")
			.by(this.root)
			.valid(TestMaterial.NOW.minusSeconds(1000), TestMaterial.NOW.minusSeconds(1));
		ValidationResult result = validate(TestCertificate.server("a.example.com", old), old);
		assertThat(codes(result)).contains("intermediate-expired");
		assertThat(result.validUpload()).isNotNull();
	}

	@Test
	void cycleOfIssuersEnds() {
		TestCertificate first = TestCertificate.authority("CN=First");
		TestCertificate second = TestCertificate.authority("CN=Second").by(first);
		TestCertificate third = TestCertificate.authority("CN=First").keys(first.keys()).by(second);
		assertThat(validate(second, third).preview()).isNotNull();
	}

	private static ValidationResult validate(TestCertificate... certificates) {
		return TestMaterial.validate(pem(certificates),
				Stream.of(certificates)
					.filter((certificate) -> !certificate.read().isAuthority())
					.findFirst()
					.orElse(certificates[0])
					.key());
	}

	private static ValidationResult authorities(TestCertificate... certificates) {
		return UploadValidator.validate(TestMaterial.form(CertificateType.CA, pem(certificates), ""),
				(leaf) -> List.of(), TestMaterial.NOW);
	}

	private static String sent(ValidationResult result) {
		return result.preview().sent().stream().map(ParsedCertificate::toPem).collect(Collectors.joining());
	}

	private static String pem(TestCertificate... certificates) {
		return Stream.of(certificates).map(TestCertificate::pem).collect(Collectors.joining()).replace("\r\n", "\n");
	}

	private static List<String> codes(ValidationResult result) {
		return result.findings().stream().map((finding) -> finding.code().id()).toList();
	}

}
