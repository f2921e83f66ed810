package dev.certdeck.tencent.wire;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.RemoteCall;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses the JSON of answers, whose size in bytes does not bound what it takes in memory:
 * an answer may have a million values, 64 levels and numbers of 100 characters.
 */
public final class AnswerJson {

	private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
		.maxTokenCount(1_000_000)
		.maxNestingDepth(64)
		.maxNumberLength(100)
		.maxNameLength(1000)
		.build();

	private AnswerJson() {
	}

	/**
	 * Creates the mapper that parses answers.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();
	}

	/**
	 * Explains why an answer could not be parsed; quotes nothing of it.
	 * @param call the call that was answered
	 * @param failure the failure of the parser
	 * @return the exception
	 */
	public static CloudException failure(RemoteCall call, JacksonException failure) {
		return call.unintelligible((failure instanceof StreamConstraintsException)
				? "the answer has more values, levels or digits than Certdeck reads" : "the answer is not JSON");
	}

}
