package dev.certdeck.sandbox.v2;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads the parameters of a request: of its query string or of its form.
 */
final class FormReader {

	private FormReader() {
	}

	static V2Parameters query(@Nullable String query) {
		return new V2Parameters(urlEncoded((query != null) ? query : ""));
	}

	static V2Parameters form(@Nullable String contentType, byte[] body) {
		MediaType type = mediaType(contentType);
		if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
			String boundary = type.getParameter("boundary");
			return new V2Parameters((boundary != null) ? MultipartForm.read(unquoted(boundary), body) : Map.of());
		}
		if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
			return new V2Parameters(urlEncoded(new String(body, StandardCharsets.UTF_8)));
		}
		return new V2Parameters(Map.of());
	}

	private static MediaType mediaType(@Nullable String contentType) {
		try {
			return (contentType != null) ? MediaType.parseMediaType(contentType) : MediaType.APPLICATION_OCTET_STREAM;
		}
		catch (InvalidMediaTypeException ex) {
			return MediaType.APPLICATION_OCTET_STREAM;
		}
	}

	private static String unquoted(String value) {
		return (value.length() > 1 && value.startsWith("\"") && value.endsWith("\""))
				? value.substring(1, value.length() - 1) : value;
	}

	private static Map<String, String> urlEncoded(String text) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : text.split("&")) {
			if (!pair.isEmpty()) {
				int equals = pair.indexOf('=');
				String name = (equals >= 0) ? pair.substring(0, equals) : pair;
				parameters.put(decoded(name), (equals >= 0) ? decoded(pair.substring(equals + 1)) : "");
			}
		}
		return parameters;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw V2Exception.invalid("(100001)请求编码不正确");
		}
	}

}
