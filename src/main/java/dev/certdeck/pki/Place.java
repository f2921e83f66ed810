package dev.certdeck.pki;

/**
 * A place in the form.
 *
 * @param field the field
 * @param file the file's name, empty for what was entered
 * @param block the number of the PEM block or of the item in a container, from 1; zero
 * for the whole content
 * @param line the line, from 1; zero if there are no lines
 */
public record Place(Field field, String file, int block, int line) {

	/**
	 * Returns a field as a whole.
	 * @param field the field
	 * @return the place
	 */
	public static Place of(Field field) {
		return new Place(field, "", 0, 0);
	}

	Place at(int block, int line) {
		return new Place(this.field, this.file, block, line);
	}

	Place inside(String entry) {
		return new Place(this.field, (this.file.isEmpty() ? "" : this.file + " / ") + entry, 0, 0);
	}

}
