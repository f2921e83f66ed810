package dev.certdeck.audit;

import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditedCertificate}.
 */
class AuditedCertificateTests {

	private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----";

	private static final String KEY = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

	@Test
	void nothingButCertificatesIsKeptOfTheContent() {
		AuditedCertificate audited = of("subject=x\n" + CERTIFICATE + "\n" + KEY + "\n" + CERTIFICATE);
		assertThat(audited.chain()).isEqualTo(CERTIFICATE + "\n" + CERTIFICATE + "\n");
		assertThat(audited.fingerprint()).isNull();
	}

	@Test
	void contentWithoutACertificateIsNotKept() {
		assertThat(of(KEY).chain()).isNull();
		assertThat(of("-----BEGIN CERTIFICATE-----\n" + KEY + "\n-----END CERTIFICATE-----").chain()).isNull();
		assertThat(of(null).chain()).isNull();
	}

	private static AuditedCertificate of(String content) {
		return AuditedCertificate
			.of(new CertificateWithChain(TestCertificates.certificate("GjTNRoK7").names("a.com").build(), content));
	}

}
