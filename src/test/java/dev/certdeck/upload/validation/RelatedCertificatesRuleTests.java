package dev.certdeck.upload.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateDetails;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.TestCertificate;
import dev.certdeck.upload.TestMaterial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RelatedCertificatesRule} and what {@link KeyRule} says of held
 * certificates.
 */
class RelatedCertificatesRuleTests {

	private static final Instant END = TestMaterial.NOW.plus(Duration.ofDays(60));

	private final TestCertificate issuer = TestCertificate.authority("CN=Issuer");

	private final TestCertificate leaf = TestCertificate.server("a.example.com", this.issuer)
		.names("a.example.com", "b.example.com")
		.valid(TestMaterial.NOW, END);

	@Test
	void nothingHeldIsToldAsNew() {
		assertThat(validate()).containsExactly("new-names");
	}

	@Test
	void sameCertificateIsAProblemThatLeavesACandidate() {
		ValidationResult result = result(held(END, this.leaf.read(), "a.example.com", "b.example.com"));
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(FindingCode.ALREADY_HELD);
			assertThat(problem.related()).isEqualTo(new CertificateId("held0001"));
		});
		assertThat(result.validUpload()).isNotNull();
	}

	@Test
	void sameNamesAndValidityAreProbablyTheSame() {
		assertThat(validate(held(END, null, "b.example.com", "a.example.com"))).containsExactly("probably-held");
		assertThat(validate(held(END.plusSeconds(5), null, "b.example.com", "a.example.com")))
			.doesNotContain("probably-held");
	}

	@Test
	void predecessorIsTheOneThatSharesMostNamesAndEndsLast() {
		assertThat(validate(held(END.minusSeconds(90), null, "a.example.com", "b.example.com")))
			.containsExactly("same-names");
		assertThat(validate(held(END.minusSeconds(90), null, "a.example.com"))).containsExactly("more-names");
		assertThat(validate(held(END.minusSeconds(90), null, "a.example.com", "b.example.com", "c.example.com"),
				held(END.minusSeconds(90), null, "a.example.com")))
			.containsExactly("fewer-names");
	}

	@Test
	void earlierEndThanThatOfThePredecessorIsWarnedOf() {
		assertThat(validate(held(END.plusSeconds(90), null, "a.example.com", "b.example.com")))
			.containsExactly("ends-earlier", "same-names");
		assertThat(validate(held(END, null, "a.example.com"))).containsExactly("more-names");
	}

	@Test
	void expiredCertificateIsNoPredecessor() {
		assertThat(validate(held(TestMaterial.NOW.minusSeconds(1), null, "a.example.com", "b.example.com")))
			.containsExactly("new-names");
	}

	@Test
	void keyThatIsUsedAgainIsWarnedOf() {
		TestCertificate older = TestCertificate.server("a.example.com", this.issuer).keys(this.leaf.keys());
		assertThat(validate(held(END.minusSeconds(90), older.read(), "a.example.com"))).contains("key-reused");
		TestCertificate other = TestCertificate.server("a.example.com", this.issuer);
		assertThat(validate(held(END.minusSeconds(90), other.read(), "a.example.com"))).doesNotContain("key-reused");
	}

	@Test
	void keyOfAHeldCertificateIsNamed() {
		TestCertificate held = TestCertificate.server("a.example.com", this.issuer);
		ValidationResult result = UploadValidator.validate(
				TestMaterial.form(CertificateType.SVR, this.leaf.pem() + this.issuer.pem(), held.key()),
				(asked) -> List.of(held(END.minusSeconds(90), held.read(), "a.example.com")), TestMaterial.NOW);
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(FindingCode.KEY_OF_HELD);
			assertThat(problem.related()).isNotNull();
		});
	}

	@Test
	void whatIsHeldWithoutAKnownEndIsToldAllTheSame() {
		assertThat(validate(held(new Validity(null, null, true), null, "a.example.com", "b.example.com")))
			.containsExactly("same-names");
		assertThat(validate(held(new Validity(null, null, true), null, "a.example.com"))).containsExactly("more-names");
	}

	@Test
	void sameEndIsEnoughWhereTheBeginningIsNotKnown() {
		assertThat(validate(held(new Validity(null, END), null, "b.example.com", "a.example.com")))
			.containsExactly("probably-held");
	}

	@Test
	void noEndIsLaterThanAnyOther() {
		assertThat(validate(held(new Validity(null, Validity.NO_END), null, "b.example.com", "a.example.com")))
			.containsExactly("ends-earlier", "same-names");
	}

	private ValidationResult result(RelatedCertificate... held) {
		return UploadValidator.validate(
				TestMaterial.form(CertificateType.SVR, this.leaf.pem() + this.issuer.pem(), this.leaf.key()),
				(asked) -> List.of(held), TestMaterial.NOW);
	}

	private List<String> validate(RelatedCertificate... held) {
		return result(held).findings()
			.stream()
			.map((finding) -> finding.code().id())
			.filter((code) -> !code.equals("root-left-out"))
			.toList();
	}

	private static RelatedCertificate held(Instant until, @Nullable ParsedCertificate leaf, String... names) {
		return held(new Validity(TestMaterial.NOW, until), leaf, names);
	}

	private static RelatedCertificate held(Validity validity, @Nullable ParsedCertificate leaf, String... names) {
		CertificateDetails details = mock();
		Certificate certificate = new Certificate(new CertificateId("held0001"), CertificateType.SVR, "",
				new DomainName(names[0]), Stream.of(names).map(DomainName::new).toList(), CertificateStatus.APPROVED,
				Plan.UPLOADED, validity, null, "", details);
		return new RelatedCertificate(certificate, leaf);
	}

}
