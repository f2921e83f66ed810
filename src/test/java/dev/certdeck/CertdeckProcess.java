package dev.certdeck;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Certdeck on its sandbox in a process of its own.
 */
final class CertdeckProcess implements AutoCloseable {

	private final Path log;

	private final Path errors;

	private final int port;

	private final int managementPort;

	private final int sandboxPort;

	private final Process process;

	/**
	 * Starts it.
	 * @param directory where it works and writes its log
	 * @param arguments the arguments of its command line
	 * @throws IOException if it can't be started
	 */
	CertdeckProcess(Path directory, String... arguments) throws IOException {
		this.log = directory.resolve("out.log");
		this.errors = directory.resolve("err.log");
		this.port = freePort();
		this.managementPort = freePort();
		this.sandboxPort = freePort();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Application.class.getName(), "--spring.profiles.active=sandbox",
				"--server.port=" + this.port, "--management.server.port=" + this.managementPort,
				"--certdeck.sandbox.port=" + this.sandboxPort));
		command.addAll(Arrays.asList(arguments));
		this.process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectOutput(this.log.toFile())
			.redirectError(this.errors.toFile())
			.start();
	}

	/**
	 * Waits until it is ready.
	 * @throws IOException if it does not get ready
	 * @throws InterruptedException if the wait is interrupted
	 */
	void awaitReady() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:%d/actuator/health/readiness".formatted(this.managementPort)))
			.build();
		for (int looks = 0; looks < 600 && !this.process.waitFor(100, TimeUnit.MILLISECONDS); looks++) {
			try {
				if (HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (ConnectException ex) {
				// It does not listen yet.
			}
		}
		throw new IOException("Certdeck did not get ready: " + Files.readString(this.log) + errors());
	}

	int port() {
		return this.port;
	}

	String sandboxUrl() {
		return "http://localhost:" + this.sandboxPort;
	}

	List<String> lines() throws IOException {
		return Files.readAllLines(this.log);
	}

	String errors() throws IOException {
		return Files.readString(this.errors);
	}

	/**
	 * Asks it to end, as the signal TERM does.
	 */
	void terminate() {
		this.process.destroy();
	}

	int awaitExit() throws InterruptedException {
		return this.process.waitFor(1, TimeUnit.MINUTES) ? this.process.exitValue() : -1;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
