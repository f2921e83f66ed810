package dev.certdeck.sandbox.task;

/**
 * How much of its result the cloud has gathered for a search that is done.
 */
public enum Gathered {

	/**
	 * Nothing: the list of products is empty.
	 */
	NOTHING,

	/**
	 * The products and regions, but no numbers.
	 */
	NO_NUMBERS,

	/**
	 * Everything.
	 */
	ALL

}
