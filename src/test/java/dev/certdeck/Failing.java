package dev.certdeck;

import dev.certdeck.FaultMatrixTests.Api;

/**
 * The ways in which a call goes wrong.
 */
enum Failing {

	/**
	 * The cloud refuses the call by an error code.
	 */
	REFUSED("kind=error&code=", "The key lacks a permission"),

	/**
	 * The cloud has no quota left.
	 */
	THROTTLED("kind=error&code=", "The account's quota of calls is used up"),

	/**
	 * The gateway answers HTTP status 500.
	 */
	STATUS("kind=status&status=500", "Tencent Cloud can't be reached"),

	/**
	 * The gateway answers a page with HTTP status 200.
	 */
	HTML("kind=html", "Tencent Cloud answered something that Certdeck does not understand"),

	/**
	 * The answer is cut in the middle.
	 */
	PARTIAL("kind=partial", "Tencent Cloud can't be reached"),

	/**
	 * The connection is closed before the answer.
	 */
	CUT("kind=cut", "Tencent Cloud can't be reached"),

	/**
	 * The answer does not come in time.
	 */
	SLOW("kind=slow&delay=3s", "Tencent Cloud can't be reached"),

	/**
	 * The answer comes byte by byte.
	 */
	DRIBBLE("kind=dribble", "Tencent Cloud can't be reached"),

	/**
	 * The answer lacks what it is about.
	 */
	ABSENT("kind=altered&field=", "Tencent Cloud answered something that Certdeck does not understand");

	private final String knob;

	private final String words;

	Failing(String knob, String words) {
		this.knob = knob;
		this.words = words;
	}

	/**
	 * Returns the fault as the sandbox's form takes it.
	 * @param api the API
	 * @param content where API 2.0 has the content of the answer
	 * @return the form
	 */
	String knob(Api api, String content) {
		boolean v2 = api == Api.V2;
		return this.knob + switch (this) {
			case REFUSED -> v2 ? "4102" : "UnauthorizedOperation";
			case THROTTLED -> v2 ? "4400" : "RequestLimitExceeded";
			case ABSENT -> v2 ? content : "/Response&json={\"RequestId\":\"r-1\"}";
			default -> "";
		};
	}

	boolean isTransient() {
		return this != REFUSED && this != HTML && this != ABSENT;
	}

	boolean isRefusal() {
		return this == REFUSED || this == THROTTLED;
	}

	String outcome() {
		return (this == REFUSED) ? "REFUSED" : "FAILED";
	}

	boolean takesEffect() {
		return this == PARTIAL || this == SLOW || this == DRIBBLE || this == ABSENT;
	}

	String words() {
		return this.words;
	}

	String uploadWords() {
		return (this == THROTTLED) ? "Tencent Cloud takes no more calls for now, and nothing was uploaded"
				: "Tencent Cloud refused the upload. The key lacks a permission";
	}

	/**
	 * Returns what the page says of the call.
	 * @param api the API
	 * @return a part of the sentence
	 */
	String detail(Api api) {
		return switch (this) {
			case REFUSED -> (api == Api.V2) ? "failed: 4102" : "failed: UnauthorizedOperation";
			case THROTTLED -> (api == Api.V2) ? "failed: 4400" : "failed: RequestLimitExceeded";
			case STATUS -> "failed: HTTP status 500";
			case HTML -> "failed: the answer is not JSON";
			case PARTIAL, CUT -> "failed: the connection was cut before the whole answer";
			case SLOW, DRIBBLE -> "failed: no whole answer within 1000 ms";
			case ABSENT -> "failed: '";
		};
	}

}
