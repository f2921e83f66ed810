package dev.certdeck.pki;

/**
 * The kinds of content, by their first bytes.
 */
enum ContentKind {

	ZIP, JAVA_KEY_STORE, JCEKS, DER, TEXT;

	static ContentKind of(byte[] content) {
		int magic = (content.length < 4) ? 0
				: (content[0] & 0xff) << 24 | (content[1] & 0xff) << 16 | (content[2] & 0xff) << 8 | content[3] & 0xff;
		return switch (magic) {
			case 0x504b0304, 0x504b0506 -> ZIP;
			case 0xfeedfeed -> JAVA_KEY_STORE;
			case 0xcececece -> JCEKS;
			default -> isDer(content) ? DER : TEXT;
		};
	}

	/**
	 * Tells whether content begins with an ASN.1 sequence that ends about where the
	 * content does. Text that begins with the digit zero, which is the same byte, does
	 * not.
	 * @param content any bytes
	 * @return {@code true} if it does
	 */
	private static boolean isDer(byte[] content) {
		if (content.length < 8 || content[0] != 0x30) {
			return false;
		}
		int first = content[1] & 0xff;
		if (first < 0x80) {
			return first + 2 <= content.length && content.length <= first + 4;
		}
		return first <= 0x84;
	}

}
