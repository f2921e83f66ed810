package dev.certdeck.pki;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateChain#summary}.
 */
class CertificateSummaryTests {

	private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----";

	private static final String KEY = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

	@Test
	void nothingButCertificatesIsKeptOfTheContent() {
		CertificateSummary audited = of("subject=x\n" + CERTIFICATE + "\n" + KEY + "\n" + CERTIFICATE);
		assertThat(audited.chain()).isEqualTo(CERTIFICATE + "\n" + CERTIFICATE + "\n");
		assertThat(audited.sha256()).isNull();
	}

	@Test
	void contentWithoutACertificateIsNotKept() {
		assertThat(of(KEY).chain()).isNull();
		assertThat(of("-----BEGIN CERTIFICATE-----\n" + KEY + "\n-----END CERTIFICATE-----").chain()).isNull();
		assertThat(of(null).chain()).isNull();
	}

	private static CertificateSummary of(String content) {
		return CertificateChain.summary(
				new CertificateWithChain(TestCertificates.certificate("GjTNRoK7").names("a.com").build(), content));
	}

}
