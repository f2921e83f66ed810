package dev.certdeck.sandbox.v2;

import java.util.Map;

/**
 * Something that API 2.0 can be asked to do.
 */
@FunctionalInterface
interface V2Action {

	/**
	 * Does it.
	 * @param parameters the parameters of the request
	 * @return the answer
	 * @throws V2Exception if it is refused
	 */
	Map<String, Object> perform(V2Parameters parameters);

}
