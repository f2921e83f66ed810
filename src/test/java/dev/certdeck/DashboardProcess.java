package dev.certdeck;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A dashboard in a process of its own, which can be killed and started again.
 */
final class DashboardProcess implements AutoCloseable {

	private static final int MOST_LOOKS = 1200;

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port = freePort();

	private final List<String> command = new ArrayList<>();

	private final Path log;

	private Process process;

	/**
	 * Describes a dashboard on a sandbox.
	 * @param sandboxUrl where the sandbox listens
	 * @param log where the process writes its log
	 * @param settings further settings, each as {@code name=value}
	 */
	DashboardProcess(String sandboxUrl, Path log, String... settings) {
		this.log = log;
		this.command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classPath(), Application.class.getName(),
				"--server.port=" + this.port, "--management.server.port=0", "--certdeck.tencent.secret-id=AKIDsandbox",
				"--certdeck.tencent.secret-key=sandbox-secret-key",
				"--certdeck.tencent.endpoint=" + sandboxUrl + "/v2/index.php",
				"--certdeck.tencent.requests-per-second=1000", "--certdeck.tencent.cdn.requests-per-minute=60000",
				"--certdeck.sso.issuer-uri=" + sandboxUrl, "--certdeck.sso.client-id=certdeck",
				"--certdeck.sso.client-secret=sandbox-client-secret", "--certdeck.sso.roles.viewer=certdeck-viewers",
				"--certdeck.sso.roles.operator=certdeck-operators", "--certdeck.sso.roles.admin=certdeck-admins"));
		Arrays.stream(settings).map((setting) -> "--" + setting).forEach(this.command::add);
	}

	int port() {
		return this.port;
	}

	/**
	 * Starts the process and waits until it answers.
	 */
	void start() {
		try {
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		for (int looks = 0; looks < MOST_LOOKS && this.process.isAlive(); looks++) {
			if (answers()) {
				return;
			}
			pause();
		}
		throw new AssertionError("The dashboard did not start, see " + this.log);
	}

	private boolean answers() {
		try {
			URI url = URI.create("http://localhost:" + this.port + "/signed-out");
			return this.http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Kills the process as {@code kill -9} does.
	 */
	void kill() {
		end(this.process.destroyForcibly());
	}

	/**
	 * Ends the process as {@code kill} does.
	 */
	@Override
	public void close() {
		this.process.destroy();
		end(this.process);
	}

	private static void end(Process process) {
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			throw new IllegalStateException(ex);
		}
	}

	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.reduce((one, other) -> one + File.pathSeparator + other)
			.orElseThrow();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
