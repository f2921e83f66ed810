package dev.certdeck.sandbox.v2;

import java.util.Map;

import dev.certdeck.sandbox.gateway.JsonObject;

/**
 * The answers of API 2.0.
 */
final class V2Answer {

	private V2Answer() {
	}

	/**
	 * Creates an answer whose result is in {@code data}.
	 * @param data the result
	 * @return the answer
	 */
	static Map<String, Object> data(Object data) {
		return top(Map.of("data", data));
	}

	/**
	 * Creates an answer whose result is beside the code.
	 * @param result the parts of the result
	 * @return the answer
	 */
	static Map<String, Object> top(Map<String, ?> result) {
		Map<String, Object> answer = JsonObject.of("code", 0, "message", "", "codeDesc", "Success");
		answer.putAll(result);
		return answer;
	}

}
