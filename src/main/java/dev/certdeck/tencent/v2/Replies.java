package dev.certdeck.tencent.v2;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.tencent.Answer;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.AnswerJson;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of API 2.0: an object with a {@code code}, which is 0 for success.
 */
class Replies {

	private static final int SUCCESS = 0;

	private final JsonMapper json = AnswerJson.mapper();

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
			throw call.refused(new Answer(reason(code), Integer.toString(code), fields.text("codeDesc"),
					fields.text("message"), fields.text("requestId")));
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
			throw AnswerJson.failure(call, ex);
		}
		throw call.unintelligible("the answer is no JSON object");
	}

	/**
	 * Explains a code by the table of common error codes of API 2.0.
	 * @param code the code
	 * @return its reason
	 */
	private static Reason reason(int code) {
		return switch (code) {
			case 4100, 4104, 4105 -> Reason.CREDENTIALS;
			case 4101, 4102, 4103, 4106, 4110 -> Reason.PERMISSION;
			case 4400 -> Reason.RATE;
			case 4500 -> Reason.CLOCK;
			case 5000 -> Reason.NOT_FOUND;
			case 6000 -> Reason.INTERNAL;
			case 6100, 6200 -> Reason.UNSUPPORTED;
			default -> Reason.OTHER;
		};
	}

}
