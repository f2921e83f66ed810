package dev.certdeck.web;

/**
 * So many pages wait for the cloud that one more must not.
 */
public class CloudBusyException extends RuntimeException {

	/**
	 * Creates the exception.
	 */
	public CloudBusyException() {
		super("Too many pages wait for the cloud");
	}

}
