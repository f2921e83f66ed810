package dev.certdeck.tencent.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The canonical request of a call of API 3.0 ("Signature v3", step 1).
 *
 * @param method the HTTP method in upper case
 * @param query the query as it stands in the URL, empty for POST
 * @param contentType the value of the header {@code Content-Type}
 * @param host the host as the {@code Host} header names it
 * @param body the bytes that are sent, private keys included
 */
public record CanonicalRequest(String method, String query, String contentType, String host, byte[] body) {

	/**
	 * The names of the headers that are signed.
	 */
	static final String SIGNED_HEADERS = "content-type;host";

	/**
	 * Hashes the request.
	 * @return the hash, SHA-256 in lower-case hexadecimal
	 */
	public String hash() {
		String text = String.join("\n", this.method, "/", this.query, "content-type:" + canonical(this.contentType),
				"host:" + canonical(this.host), "", SIGNED_HEADERS, HexFormat.of().formatHex(Tc3.sha256(this.body)));
		return HexFormat.of().formatHex(Tc3.sha256(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String canonical(String value) {
		return value.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Describes the request without its body.
	 */
	@Override
	public String toString() {
		return "CanonicalRequest[%s %s, %d bytes]".formatted(this.method, this.host, this.body.length);
	}

}
