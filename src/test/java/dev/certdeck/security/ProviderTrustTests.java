package dev.certdeck.security;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.certdeck.TlsServer;
import dev.certdeck.http.InvalidSettingException;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProviderTrust}.
 */
class ProviderTrustTests {

	@TempDir
	Path directory;

	@Test
	void authoritiesOfTheFileAreTrustedAndNobodyElse() throws Exception {
		TlsServer.Pair trusted = TlsServer.Pair.create("localhost");
		TlsServer.Pair stranger = TlsServer.Pair.create("localhost");
		Path file = write(pem(stranger.certificate()) + pem(trusted.certificate()));
		assertThat(ask(trusted, file)).isEqualTo("{}");
		assertUntrusted(trusted, write(pem(stranger.certificate())), "its certificate comes from no authority");
		assertUntrusted(trusted, null, "its certificate comes from no authority");
	}

	@Test
	void certificateForAnotherHostIsNotTrusted() throws Exception {
		TlsServer.Pair other = TlsServer.Pair.create("elsewhere.example.com");
		assertUntrusted(other, write(pem(other.certificate())), "its certificate is not for this host");
	}

	@Test
	void certificateOutsideItsTimeIsSaidToBe() throws Exception {
		Instant now = Instant.now();
		TlsServer.Pair authority = TlsServer.Pair.create("authority.example.com");
		TlsServer.Pair expired = authority.issue("localhost", now.minusSeconds(3600), now.minusSeconds(60));
		assertUntrusted(expired, write(pem(authority.certificate())),
				"by the clock of this machine its certificate is expired");
		TlsServer.Pair early = authority.issue("localhost", now.plusSeconds(3600), now.plusSeconds(7200));
		assertUntrusted(early, write(pem(authority.certificate())),
				"by the clock of this machine its certificate is not valid yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" })
	void fileWithoutCertificatesStopsTheStart(String content) throws Exception {
		Path file = write(content);
		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> ProviderTrust.context(file))
			.withMessage("certdeck.sso.ca-file is %s, which holds no certificates as PEM", file);
	}

	@Test
	void missingFileStopsTheStart() {
		Path file = this.directory.resolve("none.pem");
		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> ProviderTrust.context(file))
			.withMessage("certdeck.sso.ca-file is %s, which can't be read", file);
	}

	private static void assertUntrusted(TlsServer.Pair server, Path file, String cause) {
		assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> ask(server, file))
			.withMessageContaining("can't be trusted: " + cause)
			.withMessageNotContainingAny("PKIX", "Exception", "java", "sun.");
	}

	private static String ask(TlsServer.Pair pair, Path file) throws Exception {
		try (TlsServer server = TlsServer.start(pair)) {
			SsoProperties properties = new SsoProperties(null, null, null, null, "groups", null, Map.of(), file,
					Duration.ofSeconds(5), Duration.ofSeconds(5), DataSize.ofKilobytes(1));
			RestTemplate http = new ProviderConfiguration().providerHttp(properties);
			return String.valueOf(http.getForObject(server.url(), String.class));
		}
	}

	private Path write(String content) throws IOException {
		return Files.writeString(Files.createTempFile(this.directory, "ca", ".pem"), content);
	}

	private static String pem(Object object) throws IOException {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		}
		return text.toString();
	}

}
