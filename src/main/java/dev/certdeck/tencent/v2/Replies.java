package dev.certdeck.tencent.v2;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Answer;
import dev.certdeck.tencent.RemoteCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of API 2.0: an object with a {@code code}, which is 0 for success.
 */
class Replies {

	private static final int SUCCESS = 0;

	private static final int THROTTLED = 4400;

	private static final int INTERNAL_ERROR = 6000;

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * Reads an answer.
	 * @param call the call that was answered
	 * @param body the answer's bytes
	 * @return the reply
	 * @throws CloudException if the answer is an error or can't be understood; it quotes
	 * nothing of an answer that is not JSON, for that may be an echo of the call
	 */
	Reply read(RemoteCall call, byte[] body) {
		Fields fields = new Fields(parse(call, body));
		Integer code = fields.integer("code");
		if (code == null) {
			throw call.unintelligible("the answer has no 'code'");
		}
		if (code != SUCCESS) {
			throw failure(call, code, fields);
		}
		return new Reply(call, fields);
	}

	private JsonNode parse(RemoteCall call, byte[] body) {
		try {
			JsonNode node = this.json.readTree(body);
			if (node.isObject()) {
				return node;
			}
		}
		catch (JacksonException ex) {
			throw call.unintelligible("the answer is not JSON");
		}
		throw call.unintelligible("the answer is no JSON object");
	}

	private static CloudException failure(RemoteCall call, int code, Fields fields) {
		Answer answer = new Answer(Integer.toString(code), fields.text("codeDesc"), fields.text("message"),
				fields.text("requestId"));
		return (code == THROTTLED) ? call.throttled(answer) : call.refused(answer, code == INTERNAL_ERROR);
	}

}
