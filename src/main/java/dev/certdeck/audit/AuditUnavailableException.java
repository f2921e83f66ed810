package dev.certdeck.audit;

/**
 * Thrown when the audit trail can't be read or written. What was to be recorded was not
 * done.
 */
public class AuditUnavailableException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param cause the failure of the database
	 */
	public AuditUnavailableException(Throwable cause) {
		super("The audit trail can't be written", cause);
	}

}
