package dev.certdeck.security;

import java.nio.file.Path;

/**
 * The file with the authorities that vouch for the provider can't be used.
 */
class CaFileException extends RuntimeException {

	CaFileException(Path file, String problem, Throwable cause) {
		super("certdeck.sso.ca-file is %s, which %s".formatted(file, problem), cause);
	}

}
