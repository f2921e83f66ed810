package dev.certdeck.audit;

/**
 * The outcome of an entry of the audit trail.
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
	 * Certdeck or the cloud refused it; nothing was changed.
	 */
	REFUSED,

	/**
	 * It failed; nothing was changed.
	 */
	FAILED

}
