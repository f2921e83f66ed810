package dev.certdeck.certificate;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Certificate}.
 */
class CertificateTests {

	@Test
	void coversWhatOneOfItsNamesCovers() {
		Certificate certificate = TestCertificates.certificate("a").names("example.com", "*.例子.公司").build();
		assertThat(certificate.covers(new DomainName("EXAMPLE.com"))).isTrue();
		assertThat(certificate.covers(new DomainName("www.xn--fsqu00a.xn--55qx5d"))).isTrue();
		assertThat(certificate.covers(new DomainName("www.example.com"))).isFalse();
		assertThat(TestCertificates.certificate("a").build().covers(new DomainName("example.com"))).isFalse();
	}

	@Test
	void primaryNameStandsFirstAndEachNameOnce() {
		Certificate certificate = TestCertificates.certificate("a")
			.names("b.com", "a.com", "B.com.", "münchen.de", "xn--mnchen-3ya.de")
			.build();
		assertThat(certificate.names()).extracting(DomainName::ascii)
			.containsExactly("b.com", "a.com", "xn--mnchen-3ya.de");
		Certificate primaryElsewhere = new Certificate(certificate.id(), certificate.type(), "",
				new DomainName("z.com"), List.of(new DomainName("a.com"), new DomainName("z.com")),
				certificate.status(), certificate.plan(), null, null, "", certificate.details());
		assertThat(primaryElsewhere.names()).extracting(DomainName::ascii).containsExactly("z.com", "a.com");
	}

	@Test
	void isCalledByItsNameElseItsAliasElseItsId() {
		TestCertificates.Builder certificate = TestCertificates.certificate("GjTNRoK7");
		assertThat(certificate.build().title()).isEqualTo("GjTNRoK7");
		assertThat(certificate.alias(" ").build().title()).isEqualTo("GjTNRoK7");
		assertThat(certificate.alias("shop").build().title()).isEqualTo("shop");
		assertThat(certificate.names("xn--mnchen-3ya.de").build().title()).isEqualTo("münchen.de");
	}

}
