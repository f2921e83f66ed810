package dev.certdeck.pki;

/**
 * Thrown when work takes longer than it may.
 */
public final class OutOfTimeException extends RuntimeException {

	OutOfTimeException() {
		super("The work took longer than it may");
	}

}
