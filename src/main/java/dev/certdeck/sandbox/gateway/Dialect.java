package dev.certdeck.sandbox.gateway;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An API of the cloud.
 *
 * @param <R> the type of its requests
 */
public interface Dialect<R> {

	/**
	 * Returns the names of the actions, by which calls are counted, limited and made to
	 * fail.
	 * @return the names
	 */
	Set<String> actions();

	/**
	 * Reads a request.
	 * @param request the request
	 * @param body its body, empty for GET
	 * @return the request
	 * @throws ErrorAnswerException if it can't be read
	 */
	R read(HttpServletRequest request, byte[] body);

	/**
	 * Returns the action that a request asks for.
	 * @param request the request
	 * @return the action's name, empty if there is no such action
	 */
	Optional<String> action(R request);

	/**
	 * Authenticates a request.
	 * @param request the request
	 * @throws ErrorAnswerException if it is refused
	 */
	void authenticate(R request);

	/**
	 * Carries out what a request asks for.
	 * @param request the request
	 * @return the answer as JSON
	 * @throws ErrorAnswerException if it is refused
	 */
	String perform(R request);

	/**
	 * Returns the error for a request that is too large.
	 * @return the error
	 */
	ErrorAnswerException tooLarge();

	/**
	 * Returns the error for too many calls in a second.
	 * @return the error
	 */
	ErrorAnswerException tooMany();

	/**
	 * Returns the error of a code.
	 * @param code the code, empty for an internal error
	 * @return the error with the text of the code
	 */
	ErrorAnswerException error(String code);

}
