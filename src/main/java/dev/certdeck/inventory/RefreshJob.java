package dev.certdeck.inventory;

/**
 * A part of the refresh, which one replica does at a time.
 */
interface RefreshJob {

	/**
	 * Returns the name of the job's lock.
	 * @return the name
	 */
	String name();

	/**
	 * Tells whether the job is to be done.
	 * @return {@code true} if it is due or was requested
	 */
	boolean isDue();

	/**
	 * Does the job, and saves what came of it. A failure of the cloud is a result.
	 */
	void run();

}
