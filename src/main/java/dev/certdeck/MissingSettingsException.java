package dev.certdeck;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Thrown when required settings are missing.
 */
class MissingSettingsException extends RuntimeException {

	private final List<String> missing;

	MissingSettingsException(List<String> missing) {
		super("Missing settings: " + String.join(", ", missing));
		this.missing = List.copyOf(missing);
	}

	/**
	 * Lists the settings that are missing, each with its environment variable.
	 * @return one line a setting
	 */
	String lines() {
		return this.missing.stream()
			.map((name) -> "  %-28s or environment variable %s".formatted(name, environmentVariable(name)))
			.collect(Collectors.joining(System.lineSeparator()));
	}

	private static String environmentVariable(String name) {
		return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
