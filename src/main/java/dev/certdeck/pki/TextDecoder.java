package dev.certdeck.pki;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes any content as text.
 */
public final class TextDecoder {

	private TextDecoder() {
	}

	/**
	 * Decodes content.
	 * @param content any bytes
	 * @return the text; bytes that are neither UTF-8 nor UTF-16 become the characters of
	 * the same numbers
	 */
	public static String decode(byte[] content) {
		try {
			return charset(content).newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(content, StandardCharsets.ISO_8859_1);
		}
	}

	private static Charset charset(byte[] content) {
		if (content.length < 2 || content.length % 2 != 0) {
			return StandardCharsets.UTF_8;
		}
		int mark = (content[0] & 0xff) << 8 | content[1] & 0xff;
		if (mark == 0xfeff || mark == 0xfffe) {
			return StandardCharsets.UTF_16;
		}
		if (content[0] == 0 && content[1] != 0) {
			return StandardCharsets.UTF_16BE;
		}
		return (content[0] != 0 && content[1] == 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
	}

}
