package dev.certdeck.web;

/**
 * Thrown when too many requests wait for the cloud.
 */
public class CloudBusyException extends RuntimeException {

	/**
	 * Creates the exception.
	 */
	public CloudBusyException() {
		super("Too many pages wait for the cloud");
	}

}
