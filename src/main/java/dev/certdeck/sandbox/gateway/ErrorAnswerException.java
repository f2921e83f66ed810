package dev.certdeck.sandbox.gateway;

/**
 * An answer that tells an error.
 */
public abstract class ErrorAnswerException extends RuntimeException {

	protected ErrorAnswerException(String message) {
		super(message);
	}

	/**
	 * The answer as it is sent.
	 * @return the answer as JSON
	 */
	public abstract String json();

}
