package dev.certdeck.upload.pem;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * What stands between the BEGIN and the END line of a block.
 *
 * @param content the decoded content, empty if there is a fault
 * @param encrypted whether a header (RFC 1421, section 4.6) says that it is encrypted
 * @param fault what is wrong with it, if anything is
 */
record PemBody(byte[] content, boolean encrypted, @Nullable Fault fault) {

	static PemBody read(Lines lines, int block, int start, int end) {
		int contentStart = skipHeaders(lines.text(), start, end);
		boolean encrypted = lines.text().substring(start, contentStart).contains("ENCRYPTED");
		StringBuilder base64 = new StringBuilder(end - contentStart);
		for (int index = contentStart; index < end; index++) {
			char character = lines.text().charAt(index);
			if (isBase64(character, base64)) {
				base64.append(character);
			}
			else if (!isBlank(character)) {
				return failed(Fault.of(Fault.Code.BAD_BASE64, block, lines.lineOf(index), lines.columnOf(index)));
			}
		}
		return decode(base64.toString(), encrypted, block, lines.lineOf(start), lines.lineOf(end));
	}

	private static PemBody decode(String base64, boolean encrypted, int block, int firstLine, int lastLine) {
		if (base64.isEmpty()) {
			return failed(Fault.of(Fault.Code.EMPTY_BLOCK, block, firstLine));
		}
		try {
			return new PemBody(Base64.getDecoder().decode(base64), encrypted, null);
		}
		catch (IllegalArgumentException ex) {
			return failed(Fault.of(Fault.Code.CUT_BASE64, block, lastLine));
		}
	}

	private static PemBody failed(Fault fault) {
		return new PemBody(new byte[0], false, fault);
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
		return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
	}

	/**
	 * Describes the body without its content.
	 */
	@Override
	public String toString() {
		return "PemBody[encrypted=%s, fault=%s]".formatted(this.encrypted, this.fault);
	}

}
