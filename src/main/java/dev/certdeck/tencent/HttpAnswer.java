package dev.certdeck.tencent;

/**
 * What came back over HTTP.
 *
 * @param status the HTTP status
 * @param body the bytes of the body, empty unless the status is 200
 */
record HttpAnswer(int status, byte[] body) {

	@Override
	public String toString() {
		return "HttpAnswer[%d, %d bytes]".formatted(this.status, this.body.length);
	}

}
