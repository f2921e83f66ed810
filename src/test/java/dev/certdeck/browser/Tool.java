package dev.certdeck.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of the machine that tests need. Debian's packages {@code chromium},
 * {@code chromium-driver}, {@code openssl} and {@code nginx-light} bring them.
 */
public enum Tool {

	/**
	 * The browser.
	 */
	CHROMIUM("chromium"),

	/**
	 * Drives the browser.
	 */
	CHROMEDRIVER("chromedriver"),

	/**
	 * Makes keys and certificates.
	 */
	OPENSSL("openssl"),

	/**
	 * Stands before the dashboard.
	 */
	NGINX("nginx");

	private final String program;

	Tool(String program) {
		this.program = program;
	}

	/**
	 * Returns where the program is: where the environment variable of the tool's name
	 * says, or on the path.
	 * @return the program's file, absent if there is none
	 */
	public Optional<Path> find() {
		String named = System.getenv(name());
		Stream<String> places = (named != null) ? Stream.of(named)
				: Arrays
					.stream((System.getenv("PATH") + File.pathSeparator + "/usr/bin" + File.pathSeparator + "/usr/sbin")
						.split(File.pathSeparator))
					.map((directory) -> directory + File.separator + this.program);
		return places.map(Path::of).filter(Files::isExecutable).findFirst();
	}

	/**
	 * Says which tools are not there.
	 * @param tools the tools
	 * @return the reason to skip a test, absent if all tools are there
	 * @throws IllegalStateException if one is not there and the environment variable
	 * {@code CI} is {@code true}
	 */
	public static Optional<String> missing(Tool... tools) {
		Optional<String> missing = Arrays.stream(tools)
			.filter((tool) -> tool.find().isEmpty())
			.map((tool) -> "there is no %s on the path, nor where the variable %s says".formatted(tool.program,
					tool.name()))
			.findFirst();
		if (missing.isPresent() && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("CI needs all tools: " + missing.get());
		}
		return missing;
	}

}
