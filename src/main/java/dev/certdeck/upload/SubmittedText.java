package dev.certdeck.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns the content of a file into text, whatever the file is.
 */
final class SubmittedText {

	private SubmittedText() {
	}

	/**
	 * Decodes a file's content.
	 * @param content any bytes
	 * @return the text; bytes that are neither UTF-8 nor marked as UTF-16 become the
	 * characters of the same numbers
	 */
	static String decode(byte[] content) {
		try {
			return charset(content).newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(content, StandardCharsets.ISO_8859_1);
		}
	}

	private static Charset charset(byte[] content) {
		if (content.length < 2) {
			return StandardCharsets.UTF_8;
		}
		int mark = (content[0] & 0xff) << 8 | content[1] & 0xff;
		return (mark == 0xfeff || mark == 0xfffe) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
	}

}
