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
		ValidationResult verdict = judge(this.leaf, this.lower, this.upper, this.root);
		assertThat(sent(verdict)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(verdict)).containsExactly("root-left-out", "new-names");
	}

	@Test
	void chainOutOfOrderWithADuplicateIsPutRight() {
		ValidationResult verdict = judge(this.root, this.upper, this.leaf, this.lower, this.upper);
		assertThat(sent(verdict)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(verdict)).containsExactly("duplicate", "reordered", "root-left-out", "new-names");
	}

	@Test
	void leafAloneMissesItsIntermediate() {
		ValidationResult verdict = judge(this.leaf);
		assertThat(verdict.findings()).filteredOn((finding) -> finding.code() == FindingCode.MISSING_INTERMEDIATE)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.arguments()).containsExactly("Lower"));
		assertThat(verdict.preview().missingIssuer()).isEqualTo("Lower");
		assertThat(verdict.validUpload()).isNotNull();
	}

	@Test
	void leafThatARootSignedMissesNothing() {
		TestCertificate direct = TestCertificate.server("direct.example.com", this.root);
		assertThat(codes(judge(direct, this.root))).doesNotContain("missing-intermediate").contains("root-left-out");
	}

	@Test
	void rootAboveAGapIsLeftOut() {
		ValidationResult verdict = judge(this.leaf, this.root);
		assertThat(codes(verdict)).containsExactly("missing-intermediate", "root-left-out", "new-names");
		assertThat(sent(verdict)).isEqualTo(pem(this.leaf));
	}

	@Test
	void strangerDoesNotBelong() {
		TestCertificate stranger = TestCertificate.of("CN=stranger.example.com").names("stranger.example.com");
		ValidationResult verdict = judge(this.leaf, this.lower, stranger);
		assertThat(verdict.problems()).extracting((finding) -> finding.code().id()).containsExactly("does-not-belong");
		assertThat(verdict.problems().get(0).place().block()).isEqualTo(3);
	}

	@Test
	void keyTellsTheLeafAmongStrangers() {
		TestCertificate other = TestCertificate.server("other.example.com", this.lower);
		ValidationResult verdict = TestMaterial.judge(pem(other, this.leaf, this.lower), this.leaf.key());
		assertThat(verdict.preview().leaf().title()).isEqualTo("www.example.com");
		assertThat(verdict.problems()).extracting((finding) -> finding.code().id()).containsExactly("does-not-belong");
	}

	@Test
	void issuerOfTheSameNameWithAnotherKeyIsFalse() {
		TestCertificate namesake = TestCertificate.authority("CN=Lower").by(this.upper);
		assertThat(judge(this.leaf, namesake, this.root).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("false-issuer");
		assertThat(judge(this.leaf, namesake, this.lower, this.upper).problems())
			.extracting((finding) -> finding.code().id())
			.containsExactly("does-not-belong");
	}

	@Test
	void issuerWithAnotherIdentifierIsFalse() {
		TestCertificate issuer = TestCertificate.authority("CN=Issuer").identified();
		TestCertificate server = TestCertificate.server("a.example.com", issuer).identified();
		assertThat(judge(server, issuer).problems()).isEmpty();
		TestCertificate claimed = TestCertificate.authority("CN=Issuer").identified();
		assertThat(judge(server, claimed).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("false-issuer");
	}

	@Test
	void crossSignedIssuerIsLeftOut() {
		TestCertificate otherRoot = TestCertificate.authority("CN=Other root");
		TestCertificate crossSigned = TestCertificate.authority("CN=Root").keys(this.root.keys()).by(otherRoot);
		ValidationResult verdict = judge(this.leaf, this.lower, this.upper, this.root, crossSigned);
		assertThat(verdict.problems()).isEmpty();
		assertThat(sent(verdict)).isEqualTo(pem(this.leaf, this.lower, this.upper, crossSigned));
		assertThat(codes(verdict)).contains("root-left-out").doesNotContain("issuer-left-out");
	}

	@Test
	void secondCertificateOfAnIssuerIsLeftOut() {
		TestCertificate otherRoot = TestCertificate.authority("CN=Other root");
		TestCertificate crossSigned = TestCertificate.authority("CN=Upper").keys(this.upper.keys()).by(otherRoot);
		ValidationResult verdict = judge(this.leaf, this.lower, this.upper, crossSigned);
		assertThat(verdict.problems()).isEmpty();
		assertThat(sent(verdict)).isEqualTo(pem(this.leaf, this.lower, this.upper));
		assertThat(codes(verdict)).contains("issuer-left-out").doesNotContain("root-left-out");
	}

	@Test
	void certificateThatDoesNotSignItselfIsNoticed() {
		TestCertificate broken = TestCertificate.of("CN=self.example.com").by(this.root).named("CN=self.example.com");
		assertThat(judge(broken).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("bad-signature");
	}

	@Test
	void selfSignedLeafAndAuthorityAreWarnedOf() {
		TestCertificate self = TestCertificate.authority("CN=self.example.com").names("self.example.com");
		assertThat(codes(judge(self))).contains("self-signed", "authority").doesNotContain("bad-signature");
		assertThat(judge(self).validUpload()).isNotNull();
	}

	@Test
	void authoritiesAreSentAsTheyCome() {
		ValidationResult verdict = authorities(this.root, this.upper, this.root);
		assertThat(sent(verdict)).isEqualTo(pem(this.root, this.upper));
		assertThat(codes(verdict)).contains("duplicate");
		assertThat(authorities(this.leaf).problems()).extracting((finding) -> finding.code().id())
			.containsExactly("not-an-authority");
	}

	@Test
	void expiredIntermediateIsWarnedOf() {
		TestCertificate old = TestCertificate.authority("CN=Old")
			.by(this.root)
			.valid(TestMaterial.NOW.minusSeconds(1000), TestMaterial.NOW.minusSeconds(1));
		ValidationResult verdict = judge(TestCertificate.server("a.example.com", old), old);
		assertThat(codes(verdict)).contains("intermediate-expired");
		assertThat(verdict.validUpload()).isNotNull();
	}

	@Test
	void cycleOfIssuersEnds() {
		TestCertificate first = TestCertificate.authority("CN=First");
		TestCertificate second = TestCertificate.authority("CN=Second").by(first);
		TestCertificate third = TestCertificate.authority("CN=First").keys(first.keys()).by(second);
		assertThat(judge(second, third).preview()).isNotNull();
	}

	private static ValidationResult judge(TestCertificate... certificates) {
		return TestMaterial.judge(pem(certificates),
				Stream.of(certificates)
					.filter((certificate) -> !certificate.read().isAuthority())
					.findFirst()
					.orElse(certificates[0])
					.key());
	}

	private static ValidationResult authorities(TestCertificate... certificates) {
		return UploadValidator.validate(TestMaterial.form(CertificateType.CA, pem(certificates), ""),
				(leaf) -> RelatedCertificates.none(), TestMaterial.NOW);
	}

	private static String sent(ValidationResult verdict) {
		return verdict.preview().sent().stream().map(ParsedCertificate::toPem).collect(Collectors.joining());
	}

	private static String pem(TestCertificate... certificates) {
		return Stream.of(certificates).map(TestCertificate::pem).collect(Collectors.joining()).replace("\r\n", "\n");
	}

	private static List<String> codes(ValidationResult verdict) {
		return verdict.findings().stream().map((finding) -> finding.code().id()).toList();
	}

}
