package dev.certdeck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.certdeck.browser.OpenSslPair;
import dev.certdeck.browser.Tool;

/**
 * An nginx with the configuration that the documentation gives, on ports and with a
 * certificate of its own.
 */
final class Nginx implements AutoCloseable {

	static final String TRUST_PASSWORD = "trusted";

	private static final Pattern SNIPPET = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);

	private static final String FRAME = """
			daemon off;
			%s
			pid %2$s/nginx.pid;
			error_log %2$s/error.log;
			events { }
			http {
				access_log off;
				client_body_temp_path %2$s/body;
				proxy_temp_path %2$s/proxy;
				fastcgi_temp_path %2$s/fastcgi;
				uwsgi_temp_path %2$s/uwsgi;
				scgi_temp_path %2$s/scgi;
				%3$s
			}
			""";

	private final Process process;

	private final Path directory;

	private final int port;

	private final int plainPort;

	/**
	 * Starts it.
	 * @param directory where its files are put
	 * @param target the port of the dashboard
	 * @throws IOException if it can't be started
	 * @throws InterruptedException if the start is interrupted
	 */
	Nginx(Path directory, int target) throws IOException, InterruptedException {
		this.directory = directory;
		this.port = Ports.free();
		this.plainPort = Ports.free();
		OpenSslPair pair = OpenSslPair.create(directory, "localhost");
		trust(pair.certificate());
		Path configuration = Files.writeString(directory.resolve("nginx.conf"), configuration(pair, target));
		this.process = new ProcessBuilder(Tool.NGINX.find().orElseThrow().toString(), "-p", directory.toString(), "-c",
				configuration.toString(), "-e", directory.resolve("error.log").toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("nginx.log").toFile())
			.start();
		awaitStart();
	}

	private String configuration(OpenSslPair pair, int target) throws IOException {
		Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("src/docs/deployment.md")));
		if (!snippet.find()) {
			throw new IllegalStateException("The documentation has no configuration for nginx");
		}
		String servers = snippet.group(1)
			.replaceAll("listen \\[::].*", "")
			.replace("listen 80;", "listen 127.0.0.1:" + this.plainPort + ";")
			.replace("listen 443 ", "listen 127.0.0.1:" + this.port + " ")
			.replace("server_name certs.example.com", "server_name localhost")
			.replace("/etc/nginx/certs.example.com.pem", pair.certificate().toString())
			.replace("/etc/nginx/certs.example.com.key", pair.key().toString())
			.replace("127.0.0.1:8080", "127.0.0.1:" + target);
		boolean root = "root".equals(System.getProperty("user.name"));
		return FRAME.formatted(root ? "user root;" : "", this.directory, servers);
	}

	private void trust(Path certificate) throws IOException {
		try (InputStream in = Files.newInputStream(certificate);
				OutputStream out = Files.newOutputStream(this.directory.resolve("trusted.p12"))) {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry("nginx", CertificateFactory.getInstance("X.509").generateCertificate(in));
			trusted.store(out, TRUST_PASSWORD.toCharArray());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitStart() throws IOException, InterruptedException {
		for (int tries = 0; tries < 100; tries++) {
			try (Socket socket = new Socket("127.0.0.1", this.port)) {
				return;
			}
			catch (IOException ex) {
				if (this.process.waitFor(100, TimeUnit.MILLISECONDS)) {
					break;
				}
			}
		}
		close();
		throw new IllegalStateException(
				"nginx did not start: " + Files.readString(this.directory.resolve("nginx.log")));
	}

	/**
	 * Returns where the dashboard is behind it.
	 * @return the URL with the prefix, without a slash at the end
	 */
	String url() {
		return "https://localhost:" + this.port + "/certs";
	}

	int plainPort() {
		return this.plainPort;
	}

	URL trustStore() throws IOException {
		return this.directory.resolve("trusted.p12").toUri().toURL();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
