package dev.certdeck.sandbox.sample;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CertificateMakerTests {

	private static final Instant START = Instant.parse("2026-06-01T12:34:56Z");

	private final List<HeldCertificate> certificates = SampleData.create(60, false, START).certificates();

	private final CertificateMaker maker = new CertificateMaker();

	@Test
	void everyChainVerifiesAndMatchesItsEntry() {
		assertThat(issued(CertificateType.SVR)).isNotEmpty().allSatisfy((certificate) -> {
			List<X509Certificate> chain = read(chain(certificate));
			assertThat(chain).hasSize(2);
			X509Certificate leaf = chain.get(0);
			leaf.verify(chain.get(1).getPublicKey());
			assertThat(leaf.getIssuerX500Principal()).isEqualTo(chain.get(1).getSubjectX500Principal());
			assertThat(leaf.getSubjectAlternativeNames().stream().map((name) -> String.valueOf(name.get(1))))
				.containsExactlyElementsOf(certificate.names());
			assertThat(leaf.getNotBefore().toInstant()).isEqualTo(certificate.validity().begin());
			assertThat(leaf.getNotAfter().toInstant()).isEqualTo(certificate.validity().end());
		});
	}

	@Test
	void keysAreOfBothKinds() {
		assertThat(issued(CertificateType.SVR)
			.map((certificate) -> read(chain(certificate)).get(0).getPublicKey().getAlgorithm())).contains("RSA", "EC");
	}

	@Test
	void clientAuthorityIsSelfSigned() {
		assertThat(issued(CertificateType.CA)).hasSize(3).allSatisfy((certificate) -> {
			X509Certificate authority = read(chain(certificate)).get(0);
			authority.verify(authority.getPublicKey());
			assertThat(authority.getBasicConstraints()).isPositive();
			assertThat(authority.getSubjectX500Principal().getName()).contains("CN=" + certificate.domain());
			assertThat(authority.getNotAfter().toInstant()).isEqualTo(certificate.validity().end());
		});
	}

	@Test
	void chainStaysTheSameEvenWhenForgotten() {
		HeldCertificate certificate = issued(CertificateType.SVR).findFirst().orElseThrow();
		String chain = chain(certificate);
		SampleData.create(1200, false, START)
			.certificates()
			.stream()
			.filter((other) -> other.validity() != null)
			.skip(60)
			.forEach(this.maker::apply);
		assertThat(chain(certificate)).isEqualTo(chain);
	}

	@Test
	void nothingIsMadeOfWhatWasNotIssued() {
		HeldCertificate pending = this.certificates.stream()
			.filter((certificate) -> certificate.validity() == null)
			.findFirst()
			.orElseThrow();
		assertThatIllegalArgumentException().isThrownBy(() -> this.maker.apply(pending));
	}

	private Stream<HeldCertificate> issued(CertificateType type) {
		return this.certificates.stream()
			.filter((certificate) -> certificate.validity() != null && certificate.type() == type);
	}

	private static List<X509Certificate> read(String pem) {
		try {
			Collection<?> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
			return certificates.stream().map(X509Certificate.class::cast).toList();
		}
		catch (CertificateException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String chain(HeldCertificate certificate) {
		return this.maker.apply(certificate).chain();
	}

}
