package dev.certdeck.pki;

/**
 * Makes the names of files safe to show: without folders, of bounded length, and hidden
 * if they look like a piece of a key.
 */
public final class FileName {

	/**
	 * Shown in place of a name that is hidden.
	 */
	public static final String HIDDEN = "\u2026";

	private static final int LONGEST = 100;

	private FileName() {
	}

	static String last(String path) {
		return path.substring(separator(path) + 1);
	}

	static String folder(String path) {
		int end = separator(path);
		return (end < 0) ? "" : last(path.substring(0, end));
	}

	/**
	 * Returns the extension.
	 * @param name a name
	 * @return what follows the last dot, the whole name if it has none
	 */
	static String extension(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static int separator(String path) {
		return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
	}

	/**
	 * Makes a path safe to show.
	 * @param path what an archive calls the file
	 * @return the whole path if it is short and safe, else the name alone or
	 * {@link #HIDDEN}
	 */
	static String shownPath(String path) {
		return (path.length() <= LONGEST && !KeyMaterial.isIn(path)) ? path : shown(path);
	}

	/**
	 * Makes a name safe to show.
	 * @param path what a browser or an archive calls the file
	 * @return the name, or {@link #HIDDEN}; empty only if there is no name
	 */
	public static String shown(String path) {
		String name = last(path);
		String cut = name.substring(0, Math.min(LONGEST, name.length()));
		return KeyMaterial.isIn(name.substring(0, Math.min(KeyMaterial.LONGEST, name.length()))) ? HIDDEN : cut;
	}

}
