package dev.certdeck.sandbox.task;

import java.time.Instant;

/**
 * The search for the resources that use a certificate.
 *
 * @param id the number of the task
 * @param certificateId the certificate
 * @param due when the result is available
 * @param failed whether the search as a whole fails
 */
public record SearchTask(String id, String certificateId, Instant due, boolean failed) {

	private static final int RUNNING = 0;

	private static final int DONE = 1;

	private static final int FAILED = 2;

	/**
	 * Returns the status.
	 * @param now the moment
	 * @return 0 while it runs, 1 when it is done, 2 when it failed
	 */
	public int statusAt(Instant now) {
		if (now.isBefore(this.due)) {
			return RUNNING;
		}
		return this.failed ? FAILED : DONE;
	}

	/**
	 * Tells whether there is a result.
	 * @param now the moment
	 * @return {@code true} if the search is done and has not failed
	 */
	public boolean doneAt(Instant now) {
		return statusAt(now) == DONE;
	}

}
