package dev.certdeck.sandbox.gateway;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A way to speak to the cloud.
 */
public interface Dialect {

	/**
	 * Reads a call.
	 * @param request the request
	 * @param body its body, empty for GET
	 * @return the call
	 * @throws ErrorAnswerException if it cannot be read
	 */
	Call read(HttpServletRequest request, byte[] body);

	/**
	 * The names of its actions, by which they are counted, limited and made to fail.
	 * @return the names
	 */
	Set<String> actions();

	/**
	 * The error of a request that is too large.
	 * @return the error
	 */
	ErrorAnswerException tooLarge();

	/**
	 * The error of one call too many in a second.
	 * @return the error
	 */
	ErrorAnswerException tooMany();

	/**
	 * The error of a code.
	 * @param code the code, empty for an internal error
	 * @return the error, with the words that belong to the code
	 */
	ErrorAnswerException error(String code);

}
