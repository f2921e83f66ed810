package dev.certdeck.pki;

/**
 * The name of a file, made fit to be shown: without folders, of bounded length, and only
 * if it looks like nothing of a key.
 */
public final class FileName {

	/**
	 * What is shown of a file whose name is not.
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
	 * Returns what stands behind the last dot.
	 * @param name a name
	 * @return the ending, the whole name if it has no dot
	 */
	static String ending(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static int separator(String path) {
		return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
	}

	/**
	 * Makes a path fit to be shown.
	 * @param path what an archive calls the file
	 * @return the path with its folders if that is short and harmless, else the name
	 * alone, or {@link #HIDDEN}
	 */
	static String shownPath(String path) {
		return (path.length() <= LONGEST && !KeyMaterial.isIn(path)) ? path : shown(path);
	}

	/**
	 * Makes a name fit to be shown.
	 * @param path what a browser or an archive calls the file
	 * @return the name, or {@link #HIDDEN}; empty only if there is no name
	 */
	public static String shown(String path) {
		String name = last(path);
		String cut = name.substring(0, Math.min(LONGEST, name.length()));
		return KeyMaterial.isIn(name.substring(0, Math.min(KeyMaterial.LONGEST, name.length()))) ? HIDDEN : cut;
	}

}
