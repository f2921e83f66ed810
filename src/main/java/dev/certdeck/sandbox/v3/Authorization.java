package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization} with a signature of TC3-HMAC-SHA256.
 *
 * @param secretId the SecretId of the caller
 * @param date the date of its scope
 * @param service the service of its scope
 * @param signedHeaders the names of the headers that are signed, in lower case
 * @param signature the signature in hexadecimal digits
 */
record Authorization(String secretId, String date, String service, List<String> signedHeaders, String signature) {

	private static final Pattern HEADER = Pattern
		.compile("TC3-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{4}-\\d{2}-\\d{2})/([^/,\\s]+)/tc3_request, *"
				+ "SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})");

	/**
	 * Reads the header.
	 * @param header its value
	 * @return its parts
	 * @throws V3Exception if it is ill-formed, or leaves the content type or the host
	 * unsigned
	 */
	static Authorization parse(String header) {
		Matcher matcher = HEADER.matcher(header.trim());
		if (!matcher.matches()) {
			throw V3Exception.of("AuthFailure.InvalidAuthorization");
		}
		List<String> signedHeaders = List.of(matcher.group(4).split(";"));
		if (!signedHeaders.containsAll(List.of("content-type", "host"))) {
			throw V3Exception.of("AuthFailure.InvalidAuthorization");
		}
		return new Authorization(matcher.group(1), matcher.group(2), matcher.group(3), signedHeaders, matcher.group(5));
	}

	String scope() {
		return this.date + "/" + this.service + "/tc3_request";
	}

}
