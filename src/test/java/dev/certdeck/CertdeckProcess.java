package dev.certdeck;

import java.io.IOException;
import java.net.ConnectException;
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
 * Certdeck in a process of its own, which can be ended, killed and started again.
 */
public final class CertdeckProcess implements AutoCloseable {

	private final int port = Ports.free();

	private final int managementPort = Ports.free();

	private final int sandboxPort = Ports.free();

	private final List<String> command = new ArrayList<>();

	private final Path directory;

	private final Path log;

	private final Path errors;

	private Process process;

	private CertdeckProcess(Path directory, String... arguments) {
		this.directory = directory;
		this.log = directory.resolve("out.log");
		this.errors = directory.resolve("err.log");
		this.command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Application.class.getName(),
				"--server.port=" + this.port, "--management.server.port=" + this.managementPort));
		this.command.addAll(Arrays.asList(arguments));
	}

	/**
	 * Describes a process with a sandbox inside.
	 * @param directory where it works and writes its log
	 * @param arguments the arguments of its command line
	 * @return the process, not started
	 */
	static CertdeckProcess withSandbox(Path directory, String... arguments) {
		CertdeckProcess process = new CertdeckProcess(directory, arguments);
		process.command
			.addAll(List.of("--spring.profiles.active=sandbox", "--certdeck.sandbox.port=" + process.sandboxPort));
		return process;
	}

	/**
	 * Describes a process on a sandbox outside.
	 * @param directory where it works and writes its log and its database
	 * @param sandboxUrl where the sandbox listens
	 * @param arguments the arguments of its command line
	 * @return the process, not started
	 */
	public static CertdeckProcess onSandbox(Path directory, String sandboxUrl, String... arguments) {
		CertdeckProcess process = new CertdeckProcess(directory, arguments);
		process.command.addAll(List.of("--certdeck.tencent.secret-id=AKIDsandbox",
				"--certdeck.tencent.secret-key=sandbox-secret-key", "--certdeck.tencent.endpoint=" + sandboxUrl,
				"--certdeck.tencent.requests-per-second=1000", "--certdeck.tencent.cdn.requests-per-minute=60000",
				"--certdeck.sso.issuer-uri=" + sandboxUrl, "--certdeck.sso.client-id=certdeck",
				"--certdeck.sso.client-secret=sandbox-client-secret", "--certdeck.sso.roles.viewer=certdeck-viewers",
				"--certdeck.sso.roles.operator=certdeck-operators", "--certdeck.sso.roles.admin=certdeck-admins"));
		return process;
	}

	/**
	 * Starts it.
	 * @return this process
	 * @throws IOException if there is no such command
	 */
	public CertdeckProcess start() throws IOException {
		this.process = new ProcessBuilder(this.command).directory(this.directory.toFile())
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.redirectError(ProcessBuilder.Redirect.appendTo(this.errors.toFile()))
			.start();
		return this;
	}

	/**
	 * Waits until it is ready.
	 * @throws IOException if it does not get ready
	 * @throws InterruptedException if the wait is interrupted
	 */
	public void awaitReady() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl() + "/health/readiness")).build();
		HttpClient http = HttpClient.newHttpClient();
		for (int looks = 0; looks < 600 && !this.process.waitFor(100, TimeUnit.MILLISECONDS); looks++) {
			try {
				if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (ConnectException ex) {
				Thread.onSpinWait();
			}
		}
		throw new IOException("Certdeck did not get ready: " + Files.readString(this.log) + errors());
	}

	int port() {
		return this.port;
	}

	/**
	 * Where its pages are.
	 * @return the URL, without a slash at the end
	 */
	public String url() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Where its health and its metrics are.
	 * @return the URL, without a slash at the end
	 */
	public String managementUrl() {
		return "http://localhost:%d/actuator".formatted(this.managementPort);
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

	/**
	 * Kills it, as the signal KILL does.
	 * @throws InterruptedException if the wait for its end is interrupted
	 */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

}
