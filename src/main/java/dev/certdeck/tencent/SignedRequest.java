package dev.certdeck.tencent;

import java.net.URI;
import java.util.Map;

/**
 * A serialised and signed request.
 *
 * @param method the HTTP method
 * @param uri the whole URL
 * @param headers the headers by name
 * @param body the bytes of the body
 */
public record SignedRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

	/**
	 * Describes the request without headers and body.
	 */
	@Override
	public String toString() {
		return "SignedRequest[%s %s, %d bytes]".formatted(this.method, this.uri, this.body.length);
	}

}
