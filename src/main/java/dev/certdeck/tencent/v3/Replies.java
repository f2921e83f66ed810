package dev.certdeck.tencent.v3;

import java.util.Arrays;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.Answer;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.AnswerJson;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.TokenFilter.Inclusion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of API 3.0: an object under {@code Response}, with an {@code Error}
 * if the call failed. No private key is ever read, and the bytes are wiped.
 */
class Replies {

	private static final String ERROR = "Error";

	private final JsonMapper json = AnswerJson.mapper();

	/**
	 * Reads an answer.
	 * @param call the call that was answered
	 * @param body the answer's bytes, which are overwritten
	 * @return the reply
	 * @throws CloudException if the answer is an error or can't be understood; it quotes
	 * nothing of an answer that is not JSON, for that may be an echo of the call
	 */
	Reply read(RemoteCall call, byte[] body) {
		Fields response = new Fields(parse(call, body));
		Fields error = response.object(ERROR);
		if (error.node().isObject()) {
			throw failure(call, error, response.text("RequestId"));
		}
		if (!response.isAbsent(ERROR)) {
			throw call.unintelligible("'%s' is no object".formatted(ERROR));
		}
		return new Reply(call, response);
	}

	private JsonNode parse(RemoteCall call, byte[] body) {
		try (JsonParser parser = new FilteringParserDelegate(this.json.createParser(body), new SecretFilter(),
				Inclusion.INCLUDE_ALL_AND_PATH, true)) {
			JsonNode node = this.json.readTree(parser);
			if (node != null && node.path("Response").isObject()) {
				return node.path("Response");
			}
		}
		catch (JacksonException ex) {
			throw AnswerJson.failure(call, ex);
		}
		finally {
			Arrays.fill(body, (byte) 0);
		}
		throw call.unintelligible("the answer has no 'Response'");
	}

	private static CloudException failure(RemoteCall call, Fields error, String requestId) {
		String code = error.text("Code");
		return call.refused(new Answer(ErrorCodes.reason(code), code, "", error.text("Message"), requestId));
	}

}
