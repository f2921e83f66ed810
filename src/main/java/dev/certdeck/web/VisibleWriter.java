package dev.certdeck.web;

import java.io.PrintWriter;
import java.util.stream.IntStream;

/**
 * Writes characters that nobody sees, or that change the order in which others are seen,
 * as escapes such as {@code \\u202e}: control characters but for tab and line ends,
 * format characters but for those that join letters, and the separators of lines and
 * paragraphs.
 */
class VisibleWriter extends PrintWriter {

	VisibleWriter(PrintWriter out) {
		super(out);
	}

	@Override
	public void write(int character) {
		write(String.valueOf((char) character));
	}

	@Override
	public void write(char[] characters, int offset, int length) {
		write(new String(characters, offset, length));
	}

	@Override
	public void write(String text, int offset, int length) {
		String visible = visible(text.substring(offset, offset + length));
		super.write(visible, 0, visible.length());
	}

	private static String visible(String text) {
		if (IntStream.range(0, text.length()).allMatch((at) -> isSeen(text.charAt(at)))) {
			return text;
		}
		StringBuilder visible = new StringBuilder();
		for (char character : text.toCharArray()) {
			visible.append(isSeen(character) ? String.valueOf(character) : "\\u%04x".formatted((int) character));
		}
		return visible.toString();
	}

	private static boolean isSeen(char character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
			case Character.FORMAT -> character == '\u200c' || character == '\u200d';
			case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> true;
		};
	}

}
