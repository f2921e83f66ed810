package dev.certdeck.security;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProviderTrust} and {@link SsoSettingFailures}.
 */
class ProviderTrustTests {

	@TempDir
	Path directory;

	@Test
	void authoritiesOfTheFileAreTrustedAndNobodyElse() throws Exception {
		Pair trusted = Pair.create("localhost");
		Pair stranger = Pair.create("localhost");
		Path file = write(pem(stranger.certificate) + pem(trusted.certificate));
		assertThat(ask(trusted, file)).isEqualTo("{}");
		assertUntrusted(trusted, write(pem(stranger.certificate)), "its certificate comes from no authority");
		assertUntrusted(trusted, null, "its certificate comes from no authority");
	}

	@Test
	void certificateForAnotherHostIsNotTrusted() throws Exception {
		Pair other = Pair.create("elsewhere.example.com");
		assertUntrusted(other, write(pem(other.certificate)), "its certificate is not for this host");
	}

	@Test
	void certificateOutsideItsTimeIsSaidToBe() throws Exception {
		Instant now = Instant.now();
		Pair authority = Pair.create("authority.example.com");
		Pair expired = authority.issue("localhost", now.minusSeconds(3600), now.minusSeconds(60));
		assertUntrusted(expired, write(pem(authority.certificate)),
				"by the clock of this machine its certificate is expired");
		Pair early = authority.issue("localhost", now.plusSeconds(3600), now.plusSeconds(7200));
		assertUntrusted(early, write(pem(authority.certificate)),
				"by the clock of this machine its certificate is not valid yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" })
	void fileWithoutCertificatesStopsTheStart(String content) throws Exception {
		Path file = write(content);
		assertThatExceptionOfType(SsoSettingException.class).isThrownBy(() -> ProviderTrust.context(file))
			.withMessage("certdeck.sso.ca-file is %s, which holds no certificates as PEM", file);
	}

	@Test
	void missingFileStopsTheStartWithOneLine() {
		Path file = this.directory.resolve("none.pem");
		assertThatExceptionOfType(SsoSettingException.class).isThrownBy(() -> ProviderTrust.context(file))
			.satisfies((failure) -> assertThat(new SsoSettingFailures().analyze(new IllegalStateException(failure)))
				.extracting("description")
				.isEqualTo("certdeck.sso.ca-file is %s, which can't be read".formatted(file)));
	}

	private static void assertUntrusted(Pair server, Path file, String cause) {
		assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> ask(server, file))
			.withMessageContaining("can't be trusted: " + cause)
			.withMessageNotContainingAny("PKIX", "Exception", "java", "sun.");
	}

	private static String ask(Pair pair, Path file) throws Exception {
		ExecutorService threads = Executors.newCachedThreadPool();
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(pair.context()));
		server.setExecutor(threads);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 2);
			exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
			exchange.close();
		});
		server.start();
		try {
			SsoProperties properties = new SsoProperties(null, null, null, null, "groups", null, null, file,
					Duration.ofSeconds(5), Duration.ofSeconds(5), DataSize.ofKilobytes(1));
			RestTemplate http = new ProviderConfiguration().providerHttp(properties);
			return String
				.valueOf(http.getForObject("https://localhost:" + server.getAddress().getPort() + "/", String.class));
		}
		finally {
			server.stop(0);
			threads.shutdownNow();
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

	/**
	 * A key and the certificate that it signed itself.
	 *
	 * @param keys the key
	 * @param certificate the certificate
	 */
	private record Pair(KeyPair keys, X509Certificate certificate) {

		static Pair create(String host) throws Exception {
			KeyPair keys = newKeys();
			X500Name name = new X500Name("CN=" + host);
			Instant now = Instant.now();
			return new Pair(keys, certify(host, keys, name, keys, now.minusSeconds(7200), now.plusSeconds(7200)));
		}

		Pair issue(String host, Instant from, Instant until) throws Exception {
			KeyPair issued = newKeys();
			X500Name issuer = new X500Name(this.certificate.getSubjectX500Principal().getName());
			return new Pair(issued, certify(host, issued, issuer, this.keys, from, until));
		}

		private static KeyPair newKeys() throws Exception {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			return generator.generateKeyPair();
		}

		private static X509Certificate certify(String host, KeyPair keys, X500Name issuer, KeyPair signer, Instant from,
				Instant until) throws Exception {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
					BigInteger.valueOf(System.nanoTime()), Date.from(from), Date.from(until),
					new X500Name("CN=" + host), keys.getPublic());
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(keys == signer));
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
		}

		SSLContext context() throws Exception {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", this.keys.getPrivate(), new char[0],
					List.of(this.certificate).toArray(Certificate[]::new));
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(store, new char[0]);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		}

	}

}
