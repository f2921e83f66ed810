package dev.certdeck.security;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response of the identity provider that has been read completely.
 */
class ProviderAnswer implements ClientHttpResponse {

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final byte[] content;

	ProviderAnswer(HttpStatusCode status, HttpHeaders headers, byte[] content) {
		this.status = status;
		this.headers = headers;
		this.content = content;
	}

	static boolean isToken(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && type.split(";")[0].strip().equalsIgnoreCase("application/jwt");
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return this.status;
	}

	@Override
	public String getStatusText() {
		return "";
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return new ByteArrayInputStream(this.content);
	}

	@Override
	public void close() {
	}

}
