package dev.certdeck.pki;

/**
 * The content of a field or file.
 *
 * @param field the field of the form
 * @param file the file's name, empty for a field
 * @param content the content
 */
public record Input(Field field, String file, byte[] content) {

	/**
	 * Hides the content.
	 */
	@Override
	public String toString() {
		return "Input[%s, %s, %d bytes]".formatted(this.field, this.file, this.content.length);
	}

}
