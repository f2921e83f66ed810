package dev.certdeck.pki;

/**
 * Where in the form something stands.
 *
 * @param slot the part of the form
 * @param file the file's name, empty for a field
 * @param block the number of the PEM block or of the item in a container, from 1; zero
 * for the whole content
 * @param line the line, from 1; zero if there are no lines
 */
public record Place(Slot slot, String file, int block, int line) {

	static Place of(Input input) {
		return new Place(input.slot(), input.file(), 0, 0);
	}

	Place at(int block, int line) {
		return new Place(this.slot, this.file, block, line);
	}

	Place inside(String entry) {
		return new Place(this.slot, (this.file.isEmpty() ? "" : this.file + " / ") + entry, 0, 0);
	}

}
