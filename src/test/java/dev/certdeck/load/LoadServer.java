package dev.certdeck.load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.certdeck.Ports;

/**
 * The packaged Certdeck on its sandbox, in a process of its own with a small heap.
 */
final class LoadServer implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final int port = Ports.free();

	private final int management = Ports.free();

	private final int sandbox = Ports.free();

	private final Process process;

	LoadServer() throws IOException, InterruptedException {
		String jar = System.getProperty("load.jar", "target/certdeck.jar");
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				System.getProperty("load.option", "-Xshare:auto"), "-Xmx" + System.getProperty("load.heap", "512m"),
				"-XX:+ExitOnOutOfMemoryError", "-jar", jar, "--spring.profiles.active=sandbox",
				"--server.port=" + this.port, "--management.server.port=" + this.management,
				"--certdeck.sandbox.port=" + this.sandbox, "--certdeck.sandbox.temper=ideal",
				"--certdeck.inventory.refresh-interval=" + System.getProperty("load.refresh-interval", "60s"),
				"--certdeck.sandbox.certificates=" + System.getProperty("load.certificates", "100"))
			.redirectErrorStream(true)
			.redirectOutput(new File("target/load.log"))
			.start();
		long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
		while (health("readiness") != 200) {
			if (System.nanoTime() > deadline || this.process.waitFor(200, TimeUnit.MILLISECONDS)) {
				throw new IOException("Certdeck did not start: see target/load.log");
			}
		}
	}

	int port() {
		return this.port;
	}

	String url() {
		return "http://localhost:" + this.port;
	}

	String sandboxUrl() {
		return "http://localhost:" + this.sandbox;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	int health(String group) throws InterruptedException {
		try {
			return HTTP.send(request("/actuator/health/" + group), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/**
	 * Tells what the process holds after a collection.
	 * @return heap in megabytes, threads and open files
	 * @throws IOException if it can't be asked
	 * @throws InterruptedException if that is interrupted
	 */
	Figures figures() throws IOException, InterruptedException {
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(this.process.pid()), "GC.run")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
		String metrics = HTTP.send(request("/actuator/prometheus"), BodyHandlers.ofString()).body();
		return new Figures(sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") / 1024 / 1024,
				sum(metrics, "jvm_threads_live_threads"), sum(metrics, "process_files_open_files"));
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.management + path))
			.timeout(Duration.ofSeconds(10))
			.build();
	}

	private static long sum(String metrics, String name) {
		Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
		double sum = 0;
		while (matcher.find()) {
			sum += Double.parseDouble(matcher.group(1));
		}
		return Math.round(sum);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * What a process holds.
	 *
	 * @param heap its heap in megabytes
	 * @param threads its threads
	 * @param files its open files
	 */
	record Figures(long heap, long threads, long files) {

		@Override
		public String toString() {
			return "heap %d MB, threads %d, files %d".formatted(this.heap, this.threads, this.files);
		}

	}

}
