package dev.certdeck.sandbox.v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of a multipart form, as PHP does: text in UTF-8 whatever the parts
 * say, files left out, anything before the first boundary ignored.
 */
final class MultipartForm {

	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private static final Pattern NAME = Pattern
		.compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"?([^\";\\r\\n]*)");

	private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]filename=");

	private static final String BLANK_LINE = "\r\n\r\n";

	private MultipartForm() {
	}

	static Map<String, String> read(String boundary, byte[] body) {
		Map<String, String> fields = new LinkedHashMap<>();
		String delimiter = "\r\n--" + boundary;
		String text = "\r\n" + new String(body, BYTES);
		int start = text.indexOf(delimiter);
		while (start >= 0 && !text.startsWith("--", start + delimiter.length())) {
			int end = text.indexOf(delimiter, start + delimiter.length());
			if (end >= 0) {
				readPart(text.substring(start + delimiter.length(), end), fields);
			}
			start = end;
		}
		return fields;
	}

	private static void readPart(String part, Map<String, String> fields) {
		int blankLine = part.indexOf(BLANK_LINE);
		if (blankLine < 0) {
			return;
		}
		String headers = part.substring(0, blankLine);
		Matcher name = NAME.matcher(headers);
		if (name.find() && !FILE.matcher(headers).find()) {
			fields.put(utf8(name.group(1)), utf8(part.substring(blankLine + BLANK_LINE.length())));
		}
	}

	private static String utf8(String bytes) {
		return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
	}

}
