package dev.certdeck.http;

import java.io.PrintWriter;

/**
 * A writer that escapes text with {@link VisibleText}, in whichever parts it is written.
 */
class VisibleWriter extends PrintWriter {

	/**
	 * The first half of a character whose second half is still to come, or zero.
	 */
	private char half;

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
		if (length == 0) {
			return;
		}
		String part = (length < text.length()) ? text.substring(offset, offset + length) : text;
		String whole = (this.half != 0) ? this.half + part : part;
		char last = whole.charAt(whole.length() - 1);
		this.half = Character.isHighSurrogate(last) ? last : 0;
		show((this.half != 0) ? whole.substring(0, whole.length() - 1) : whole);
	}

	private void show(String text) {
		String visible = VisibleText.of(text);
		super.write(visible, 0, visible.length());
	}

	@Override
	public void close() {
		if (this.half != 0) {
			show(String.valueOf(this.half));
			this.half = 0;
		}
		super.close();
	}

}
