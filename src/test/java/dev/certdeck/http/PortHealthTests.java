package dev.certdeck.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PortHealth}.
 */
class PortHealthTests {

	private static final Duration PATIENCE = Duration.ofMillis(500);

	@Test
	void portWhoseServerDiedThoughTheKernelTakesConnectionsIsDown() throws IOException {
		try (ServerSocket dead = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			assertThat(status(dead.getLocalPort())).isEqualTo(Status.DOWN);
		}
	}

	@Test
	void closedPortIsDown() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertThat(status(port)).isEqualTo(Status.DOWN);
	}

	@Test
	void portThatAnswersAnythingIsUp() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread answerer = new Thread(() -> answer(server));
			answerer.start();
			assertThat(status(server.getLocalPort())).isEqualTo(Status.UP);
			answerer.join();
		}
	}

	@Test
	void processThatHasNoPortYetIsUp() {
		assertThat(status(0)).isEqualTo(Status.UP);
	}

	private static void answer(ServerSocket server) {
		try (Socket socket = server.accept()) {
			socket.getInputStream().read();
			socket.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Status status(int port) {
		return new PortHealth(null, () -> port, PATIENCE).health().getStatus();
	}

}
