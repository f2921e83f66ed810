package dev.certdeck.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A certificate and its key, made with the command line tool {@code openssl}.
 *
 * @param name the name that the certificate is for
 * @param certificate the file of the certificate
 * @param key the file of the key
 */
public record OpenSslPair(String name, Path certificate, Path key) {

	static OpenSslPair create(Path directory) throws IOException, InterruptedException {
		return create(directory, "openssl-" + UUID.randomUUID().toString().substring(0, 8) + ".example.com");
	}

	/**
	 * Makes a certificate.
	 * @param directory where its files are put
	 * @param name the name that it is for
	 * @return the certificate and its key
	 * @throws IOException if openssl can't be started
	 * @throws InterruptedException if the wait for openssl is interrupted
	 */
	public static OpenSslPair create(Path directory, String name) throws IOException, InterruptedException {
		Path certificate = directory.resolve(name + ".pem");
		Path key = directory.resolve(name + ".key");
		Process process = new ProcessBuilder(Tool.OPENSSL.find().orElseThrow().toString(), "req", "-x509", "-newkey",
				"rsa:2048", "-nodes", "-days", "90", "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name,
				"-keyout", key.toString(), "-out", certificate.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("openssl.log").toFile())
			.start();
		if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IllegalStateException("openssl made no certificate");
		}
		return new OpenSslPair(name, certificate, key);
	}

}
