package dev.certdeck.write;

/**
 * Thrown when another write to the same certificate does not end in time.
 */
public class WriteBusyException extends RuntimeException {

	/**
	 * Creates the exception.
	 */
	public WriteBusyException() {
		super("Another write to the same certificate is under way");
	}

}
