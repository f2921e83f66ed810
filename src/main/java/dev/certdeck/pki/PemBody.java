package dev.certdeck.pki;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a block, between its BEGIN and END lines.
 *
 * @param content the decoded content
 * @param encryption how the content is encrypted by the headers (RFC 1421, section 4.6),
 * empty if it is not
 */
record PemBody(byte[] content, String encryption) {

	private static final Pattern DEK_INFO = Pattern.compile("DEK-Info:\\s*([^\\n]{1,200})");

	/**
	 * Reads the body of a block.
	 * @param lines the text
	 * @param start where the body begins
	 * @param end where it ends
	 * @return the body
	 * @throws UnreadableException if it is empty or not Base64
	 */
	static PemBody read(Lines lines, int start, int end) {
		int contentStart = skipHeaders(lines.text(), start, end);
		String headers = lines.text().substring(start, contentStart);
		StringBuilder base64 = new StringBuilder(end - contentStart);
		for (int index = contentStart; index < end; index++) {
			char character = lines.text().charAt(index);
			if (isBase64(character, base64)) {
				base64.append(character);
			}
			else if (!isBlank(character)) {
				throw new UnreadableException(FindingCode.BAD_BASE64, lines.lineOf(index), lines.columnOf(index));
			}
		}
		return new PemBody(decode(base64.toString(), lines.lineOf(end)), encryption(headers));
	}

	private static byte[] decode(String base64, int lastLine) {
		if (base64.isEmpty()) {
			throw new UnreadableException(FindingCode.EMPTY_BLOCK);
		}
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableException(FindingCode.CUT_BASE64, lastLine);
		}
	}

	private static String encryption(String headers) {
		Matcher info = DEK_INFO.matcher(headers);
		if (info.find()) {
			return info.group(1).strip();
		}
		return headers.contains("ENCRYPTED") ? "unknown" : "";
	}

	private static int skipHeaders(String text, int start, int end) {
		int contentStart = start;
		int lineStart = start;
		while (lineStart < end) {
			int feed = text.indexOf('\n', lineStart);
			int lineEnd = (feed < 0 || feed > end) ? end : feed;
			String line = text.substring(lineStart, lineEnd);
			if (line.indexOf(':') >= 0) {
				contentStart = lineEnd;
			}
			else if (!line.isBlank()) {
				break;
			}
			lineStart = lineEnd + 1;
		}
		return contentStart;
	}

	private static boolean isBase64(char character, StringBuilder before) {
		if (character == '=') {
			return true;
		}
		boolean padded = !before.isEmpty() && before.charAt(before.length() - 1) == '=';
		return !padded && (character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z'
				|| character >= '0' && character <= '9' || character == '+' || character == '/');
	}

	private static boolean isBlank(char character) {
		return character == '\0' || Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.FORMAT;
	}

	/**
	 * Hides the content.
	 */
	@Override
	public String toString() {
		return "PemBody[%d bytes]".formatted(this.content.length);
	}

}
