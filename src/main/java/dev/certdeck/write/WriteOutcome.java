package dev.certdeck.write;

import dev.certdeck.audit.AuditResult;

/**
 * The outcome of a write as far as it is known.
 */
public sealed interface WriteOutcome {

	/**
	 * It has ended.
	 *
	 * @param result the result
	 */
	record Ended(AuditResult result) implements WriteOutcome {

	}

	/**
	 * It is under way; the audit trail tells how far it is.
	 *
	 * @param task the id of the cloud's task, empty if there is none yet
	 */
	record Running(String task) implements WriteOutcome {

		/**
		 * A write of which no task is known.
		 */
		public static final Running WITHOUT_TASK = new Running("");

	}

	/**
	 * It was sent, and the cloud's answer was lost.
	 *
	 * @param detail what went wrong
	 * @param asked whether the cloud was asked for the outcome since and could not tell;
	 * if not, it could not be asked
	 */
	record Unknown(String detail, boolean asked) implements WriteOutcome {

	}

}
