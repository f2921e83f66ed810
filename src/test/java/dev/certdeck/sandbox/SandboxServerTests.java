package dev.certdeck.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.certdeck.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The sandbox as a process of its own.
 */
class SandboxServerTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Test
	@Timeout(60)
	void servesOnTheAddressOfTheEnvironmentUntilItIsToldToEnd(@TempDir Path directory) throws Exception {
		int port = Ports.free();
		Path log = directory.resolve("log");
		Process server = start(port, log);
		try {
			HttpResponse<String> health = awaitHealth(port, server);
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(new TestCall("http://127.0.0.1:" + port, "CertGetList").get().at("/data/totalNum").asInt())
				.isEqualTo(7);
			server.destroy();
			assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
			assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> health(port));
			assertThat(log).content().contains("Started SandboxServer").doesNotContain("Exception", "DEBUG");
		}
		finally {
			server.destroyForcibly();
		}
	}

	private static Process start(int port, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), SandboxServer.class.getName(),
				"--certdeck.sandbox.certificates=7");
		builder.environment().put("CERTDECK_SANDBOX_ADDRESS", "0.0.0.0");
		builder.environment().put("CERTDECK_SANDBOX_PORT", String.valueOf(port));
		return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private static HttpResponse<String> awaitHealth(int port, Process server) throws Exception {
		while (server.isAlive()) {
			try {
				return health(port);
			}
			catch (ConnectException ex) {
				server.waitFor(100, TimeUnit.MILLISECONDS);
			}
		}
		throw new AssertionError("The sandbox ended with " + server.exitValue());
	}

	/**
	 * Asks on an address that only a server on all addresses takes.
	 */
	private static HttpResponse<String> health(int port) throws Exception {
		return HTTP.send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.2:%d/sandbox/health".formatted(port))).build(),
				BodyHandlers.ofString());
	}

}
