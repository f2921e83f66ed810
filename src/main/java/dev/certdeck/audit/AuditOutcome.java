package dev.certdeck.audit;

/**
 * What became of what the audit trail records.
 */
public enum AuditOutcome {

	/**
	 * An intent: the write was or is about to be sent, and its outcome is not known yet.
	 */
	OPEN,

	/**
	 * It was done.
	 */
	DONE,

	/**
	 * Certdeck or the cloud said no; nothing was changed.
	 */
	REFUSED,

	/**
	 * It did not come about; nothing was changed.
	 */
	FAILED

}
