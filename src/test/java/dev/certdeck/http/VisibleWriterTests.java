package dev.certdeck.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VisibleWriter}.
 */
class VisibleWriterTests {

	@ParameterizedTest
	@CsvSource({ "0000", "0001", "0007", "0008", "000B", "000C", "001B", "001F", "007F", "0080", "0085", "009F", "00AD",
			"061C", "200B", "200E", "200F", "2028", "2029", "202A", "202E", "2060", "2066", "2069", "FEFF", "FFF9",
			"200C", "200D", "034F", "115F", "1160", "17B4", "17B5", "180B", "180E", "180F", "2065", "2800", "3164",
			"FE00", "FE0F", "FFA0", "FFF0", "FFFE", "FDD0", "00A0", "1680", "2000", "200A", "202F", "205F" })
	void whatIsNotSeenIsEscaped(String code) {
		char character = (char) Integer.parseInt(code, 16);
		assertThat(written("a" + character + "b")).isEqualTo("a\\u" + code.toLowerCase(Locale.ROOT) + "b");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xe01ef, 0x1d173, 0x1bca0, 0x1fffe, 0x10ffff })
	void whatIsNotSeenBeyondTheBasicPlaneIsEscaped(int character) {
		String text = "a" + Character.toString(character) + "b";
		assertThat(written(text)).isEqualTo("a\\u{" + Integer.toHexString(character) + "}b");
	}

	@Test
	void halfOfACharacterIsEscaped() {
		assertThat(written("a\ud83db")).isEqualTo("a\\ud83db");
		assertThat(written("a\ude00b")).isEqualTo("a\\ude00b");
		assertThat(written("a\ud83d")).isEqualTo("a\\ud83d");
	}

	@Test
	void halvesThatComeOneAfterTheOtherAreOneCharacter() {
		StringWriter out = new StringWriter();
		VisibleWriter writer = new VisibleWriter(new PrintWriter(out));
		writer.write(0xd83d);
		writer.flush();
		writer.write("");
		writer.write(new char[] { '\ude00', '\udb40' });
		writer.append('\udc41').append('\ud83d').append("x");
		writer.close();
		assertThat(out).hasToString("😀\\u{e0041}\\ud83dx");
	}

	@Test
	void whatIsSeenIsKept() {
		String text = "\ta\r\n<&>\"'\\ é 例 😀 क\u094dष \u3000\ue000";
		assertThat(written(text)).isEqualTo(text);
	}

	@Test
	void everyWayOfWritingIsCovered() {
		StringWriter out = new StringWriter();
		VisibleWriter writer = new VisibleWriter(new PrintWriter(out));
		writer.append('\u0000').append("\u0001").append("a\u0002b", 1, 2).write(3);
		writer.write(new char[] { 'a', '\u0004', 'b' }, 1, 1);
		writer.write("a\u0005b", 1, 1);
		writer.print('\u0006');
		writer.format("%s", "\u0007");
		assertThat(out).hasToString("\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007");
	}

	@Test
	void brokenConnectionIsNoticed() {
		VisibleWriter writer = new VisibleWriter(new PrintWriter(new Writer() {

			@Override
			public void write(char[] characters, int offset, int length) throws IOException {
				throw new IOException("broken");
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		}));
		writer.write("a");
		assertThat(writer.checkError()).isTrue();
	}

	private static String written(String text) {
		StringWriter out = new StringWriter();
		try (VisibleWriter writer = new VisibleWriter(new PrintWriter(out))) {
			writer.write(text);
		}
		return out.toString();
	}

}
