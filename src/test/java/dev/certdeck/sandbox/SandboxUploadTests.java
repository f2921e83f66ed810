package dev.certdeck.sandbox;

import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CertificateIds;
import dev.certdeck.sandbox.cloud.CertificateQuery;
import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Holdings;
import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Oddities;
import dev.certdeck.sandbox.cloud.Refusal;
import dev.certdeck.sandbox.cloud.RefusedException;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Upload;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the cloud makes of uploads.
 */
class SandboxUploadTests {

	private static final TestMaterial MATERIAL = TestMaterial.elliptic("upload.example.com", "alt.example.com");

	private final Cloud cloud = new Cloud(new Holdings(List.of(), new Oddities(Map.of()),
			new Bindings(List.of(), List.of(), List.of(), List.of()), new CertificateIds(1)),
			(certificate) -> new Material("", null), false, Clock.systemUTC());

	@ParameterizedTest
	@CsvSource({ "EC, 256", "EC, 384", "RSA, 2048" })
	void pairsOfEveryFormAreTaken(String algorithm, int bits) throws Exception {
		TestMaterial material = TestMaterial.create(algorithm, bits, Instant.now().plus(Duration.ofDays(9)),
				"forms.example.com");
		assertThat(upload(material.certificatePem(), material.keyPem()).names()).containsExactly("forms.example.com");
		String pkcs8 = TestMaterial.pem(new PemObject("PRIVATE KEY", material.keys().getPrivate().getEncoded()));
		assertThat(upload(material.certificatePem(), pkcs8).status()).isEqualTo(Status.APPROVED);
	}

	@Test
	void parametersBeforeTheKeyAreSkipped() {
		String key = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
				+ MATERIAL.keyPem();
		assertThat(upload(MATERIAL.certificatePem(), key).names()).contains("alt.example.com");
	}

	@Test
	void expiredCertificateIsTakenAsExpired() {
		TestMaterial material = TestMaterial.create("EC", 256, Instant.now().minusSeconds(60), "old.example.com");
		assertThat(upload(material.certificatePem(), material.keyPem()).statusAt(Instant.now()))
			.isEqualTo(Status.EXPIRED);
	}

	@Test
	void clientAuthorityNeedsNoKey() {
		String id = this.cloud.upload(new Upload(CertificateType.CA, MATERIAL.certificatePem(), null, "", true)).id();
		assertThat(find(id).type()).isEqualTo(CertificateType.CA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
			"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nAAAA" })
	void unreadableCertificateIsRefused(String certificate) {
		assertRefused(Refusal.UNREADABLE_CERTIFICATE, certificate, MATERIAL.keyPem());
	}

	@Test
	void keyInTheChainIsRefused() {
		assertRefused(Refusal.UNREADABLE_CERTIFICATE, MATERIAL.certificatePem() + MATERIAL.keyPem(), MATERIAL.keyPem());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
			"-----BEGIN EC PRIVATE KEY-----\n????\n-----END EC PRIVATE KEY-----\n" })
	void unreadableKeyIsRefused(String key) {
		assertRefused(Refusal.UNREADABLE_KEY, MATERIAL.certificatePem(), key);
	}

	@Test
	void publicKeyInPlaceOfTheKeyIsRefused() {
		assertRefused(Refusal.UNREADABLE_KEY, MATERIAL.certificatePem(), TestMaterial.pem(MATERIAL.keys().getPublic()));
	}

	@Test
	void missingKeyIsRefused() {
		assertRefused(Refusal.KEY_MISSING, MATERIAL.certificatePem(), null);
		assertRefused(Refusal.KEY_MISSING, MATERIAL.certificatePem(), " \n");
	}

	@Test
	void keyOfAnotherCertificateIsRefused() throws Exception {
		assertRefused(Refusal.MISMATCH, MATERIAL.certificatePem(), TestMaterial.elliptic("b.example.com").keyPem());
		KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
		rsa.initialize(2048);
		assertRefused(Refusal.MISMATCH, MATERIAL.certificatePem(),
				TestMaterial.pem(new JcaMiscPEMGenerator(rsa.generateKeyPair().getPrivate())));
	}

	@Test
	void keyIsNeverPutIntoWords() {
		assertThat(new Upload(CertificateType.SVR, "chain", "secret", "alias", true).toString())
			.doesNotContain("secret");
	}

	private HeldCertificate upload(String certificate, @Nullable String key) {
		return find(this.cloud.upload(new Upload(CertificateType.SVR, certificate, key, "", true)).id());
	}

	private HeldCertificate find(String id) {
		return this.cloud.list(new CertificateQuery(null, null, id, null), null, 0, 1).certificates().get(0);
	}

	private void assertRefused(Refusal refusal, String certificate, @Nullable String key) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> upload(certificate, key))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(refusal));
		assertThat(this.cloud.list(CertificateQuery.ALL, null, 0, 1).total()).isZero();
	}

}
