package dev.certdeck.upload.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

import dev.certdeck.pki.key.KeyAlgorithm;

/**
 * The keys that Tencent Cloud accepts, from a table in a file.
 */
final class AcceptedKeys {

	private static final AcceptedKeys TABLE = read("accepted-keys.properties");

	private final Properties table;

	AcceptedKeys(Properties table) {
		this.table = table;
	}

	static AcceptedKeys table() {
		return TABLE;
	}

	private static AcceptedKeys read(String file) {
		try (InputStream content = AcceptedKeys.class.getResourceAsStream(file)) {
			Properties table = new Properties();
			table.load(content);
			return new AcceptedKeys(table);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Tells whether a key is accepted.
	 * @param algorithm the key's algorithm
	 * @return {@code false} if its family, size or curve is not in the table
	 */
	boolean accepts(KeyAlgorithm algorithm) {
		String accepted = accepted(algorithm.family());
		if (accepted.matches("[0-9]+-[0-9]+")) {
			String[] bounds = accepted.split("-");
			return algorithm.bits() >= Integer.parseInt(bounds[0]) && algorithm.bits() <= Integer.parseInt(bounds[1]);
		}
		return accepted.equals("*")
				|| Arrays.stream(accepted.split(",")).map(String::strip).anyMatch(algorithm.variant()::equals)
						&& !accepted.isEmpty();
	}

	private String accepted(KeyAlgorithm.Family family) {
		return this.table.getProperty(family.name(), "").strip();
	}

	/**
	 * Describes the accepted keys.
	 * @return for example {@code RSA 1024-8192; EC P-256, P-384}
	 */
	String description() {
		return Arrays.stream(KeyAlgorithm.Family.values())
			.filter((family) -> !accepted(family).isEmpty())
			.map((family) -> family.label() + " " + accepted(family))
			.collect(Collectors.joining("; "));
	}

}
