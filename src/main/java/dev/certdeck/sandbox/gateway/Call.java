package dev.certdeck.sandbox.gateway;

import java.util.Optional;

/**
 * A call that has been read but not judged.
 */
public interface Call {

	/**
	 * The name of the action, by which it is counted, limited and made to fail.
	 * @return the name, or empty when there is no such action
	 */
	Optional<String> action();

	/**
	 * Lets the call in.
	 * @throws ErrorAnswerException if it is not let in
	 */
	void admit();

	/**
	 * Does what is asked.
	 * @return the answer as JSON
	 * @throws ErrorAnswerException if it is refused
	 */
	String perform();

}
