package dev.certdeck.sandbox.gateway;

/**
 * An error answer.
 */
public abstract class ErrorAnswerException extends RuntimeException {

	protected ErrorAnswerException(String message) {
		super(message);
	}

	/**
	 * Returns the answer.
	 * @return the answer as JSON
	 */
	public abstract String json();

}
