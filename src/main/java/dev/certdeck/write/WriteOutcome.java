package dev.certdeck.write;

import dev.certdeck.audit.AuditResult;

/**
 * What is known of a write when it is answered.
 */
public sealed interface WriteOutcome {

	/**
	 * It has ended.
	 *
	 * @param result what became of it
	 */
	record Ended(AuditResult result) implements WriteOutcome {

	}

	/**
	 * It is under way; the audit trail tells how far it is.
	 *
	 * @param task the cloud's name for the work, empty if there is none yet
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
	 * @param lookedUp whether the cloud was asked since what became of it and could not
	 * tell yet; if not, it could not be asked
	 */
	record Unknown(String detail, boolean lookedUp) implements WriteOutcome {

	}

}
