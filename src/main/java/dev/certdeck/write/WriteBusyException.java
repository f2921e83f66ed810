package dev.certdeck.write;

/**
 * Another write concerns the same certificate and does not end in time.
 */
public class WriteBusyException extends RuntimeException {

	/**
	 * Creates the exception.
	 */
	public WriteBusyException() {
		super("Another write to the same certificate is under way");
	}

}
