package dev.certdeck.pki;

/**
 * Thrown when the deadline of an upload is over.
 */
public final class OutOfTimeException extends RuntimeException {

	OutOfTimeException() {
		super("The work took longer than it may");
	}

}
