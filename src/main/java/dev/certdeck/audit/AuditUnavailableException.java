package dev.certdeck.audit;

/**
 * The audit trail can't be written, so what it was to record was not done.
 */
public class AuditUnavailableException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param cause what the database says
	 */
	public AuditUnavailableException(Throwable cause) {
		super("The audit trail can't be written", cause);
	}

}
