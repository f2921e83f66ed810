package dev.certdeck.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.certdeck.TestPair;
import dev.certdeck.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certdeck behind nginx with the configuration of the compose file.
 */
@ContainerTest
class NginxTests {

	private static final String SIGN_IN = "/oauth2/authorization/sso";

	private static final String[] FORGED = { "X-Forwarded-Prefix", "/evil", "X-Forwarded-Host", "evil.example",
			"X-Forwarded-Proto", "gopher", "Forwarded", "host=evil.example;proto=gopher" };

	private Sandbox sandbox;

	private Replica replica;

	private GenericContainer<?> nginx;

	@BeforeAll
	void start() throws IOException {
		this.sandbox = Sandbox.start(Map.of("certificates", "20"));
		this.replica = Replica.start(this.sandbox, Postgres.create(),
				Map.of("certdeck.sso.issuer-uri", this.sandbox.url(), "certdeck.sso.client-secret", "secret",
						"certdeck.web.trusted-proxies", "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16"));
		String address = "host.docker.internal:" + URI.create(this.replica.url()).getPort();
		String configuration = Files.readString(Path.of("src/main/docker/nginx/nginx.conf"))
			.replaceAll("(certdeck-[12]|keycloak):8080", address);
		TestPair pair = TestPair.create();
		this.nginx = new GenericContainer<>("nginx:1.27").withExposedPorts(8443)
			.withExtraHost("host.docker.internal", "host-gateway")
			.withCopyToContainer(Transferable.of(configuration), "/etc/certdeck/nginx.conf")
			.withCopyToContainer(Transferable.of(pair.certificate()), "/run/secrets/tls.pem")
			.withCopyToContainer(Transferable.of(pair.key()), "/run/secrets/tls.key")
			.withCommand("nginx", "-c", "/etc/certdeck/nginx.conf", "-g", "daemon off;")
			.waitingFor(Wait.forListeningPort());
		this.nginx.start();
	}

	@AfterAll
	void close() {
		this.nginx.stop();
		this.replica.close();
		this.sandbox.close();
	}

	@Test
	void redirectAndCookieHoldTlsAndThePrefix() throws Exception {
		assertThat(throughNginx("Accept", "text/html")).contains("HTTP/1.1 302")
			.containsPattern("(?i)Location: https://certdeck.localhost:8443/certs" + SIGN_IN)
			.containsPattern("(?i)Set-Cookie: .*CERTDECK=.*Path=/certs;.*Secure");
	}

	@Test
	void headersThatABrowserForgesAreReplacedByNginx() throws Exception {
		assertThat(throughNginx(FORGED))
			.containsPattern("(?i)Location: https://certdeck.localhost:8443/certs" + SIGN_IN)
			.doesNotContain("evil", "gopher");
	}

	@Test
	void headersThatPassNginxByAreIgnored() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.replica.url() + "/certificates"))
			.headers(FORGED)
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(URI.create(this.replica.url()).resolve(location))
				.hasToString(this.replica.url() + SIGN_IN));
	}

	private String throughNginx(String... headers) throws Exception {
		List<String> command = new ArrayList<>(
				List.of("curl", "-ks", "-D-", "-o/dev/null", "-HHost: certdeck.localhost:8443"));
		for (int index = 0; index < headers.length; index += 2) {
			command.add("-H" + headers[index] + ": " + headers[index + 1]);
		}
		command.add("https://localhost:8443/certs/certificates");
		return this.nginx.execInContainer(command.toArray(String[]::new)).getStdout();
	}

}
