package dev.certdeck.pki;

import java.util.List;

/**
 * Something that was put right or converted while reading.
 *
 * @param code what was done
 * @param place where
 * @param arguments the particulars; never content of a key
 */
public record Change(Code code, Place place, List<Object> arguments) {

	/**
	 * Creates the change.
	 */
	public Change {
		arguments = List.copyOf(arguments);
	}

	static Change of(Code code, Place place, Object... arguments) {
		return new Change(code, place, List.of(arguments));
	}

	/**
	 * What can be done.
	 */
	public enum Code {

		/**
		 * Line ends, indentation, a byte order mark or the like were tidied.
		 */
		TIDIED,

		/**
		 * Line feeds were written as a backslash and a letter, as in JSON.
		 */
		UNESCAPED,

		/**
		 * BEGIN and END lines were not written as PEM asks, with other dashes for
		 * example.
		 */
		MARKERS,

		/**
		 * Text outside of all blocks was left out (arguments: the number of lines).
		 */
		OTHER_TEXT,

		/**
		 * A block under a name of OpenSSL's own was taken as a certificate (arguments:
		 * the name).
		 */
		RELABELLED,

		/**
		 * Base64 without BEGIN and END was read.
		 */
		BARE_BASE64,

		/**
		 * PEM in Base64 was read.
		 */
		ENCODED_TWICE,

		/**
		 * Binary DER was read.
		 */
		DER,

		/**
		 * A PKCS#7 bundle was unpacked (arguments: the number of certificates).
		 */
		PKCS7,

		/**
		 * A PKCS#12 file was unpacked (arguments: the numbers of certificates and keys).
		 */
		PKCS12,

		/**
		 * A Java key store was unpacked (arguments: the numbers of certificates and
		 * keys).
		 */
		JAVA_KEY_STORE,

		/**
		 * A ZIP archive was unpacked (arguments: the folder, empty for the archive as a
		 * whole).
		 */
		ZIP,

		/**
		 * A key was decrypted.
		 */
		DECRYPTED

	}

}
