package dev.certdeck.pki;

import java.util.List;

/**
 * Something in an upload that can't be read as asked, or is not what was asked for.
 *
 * @param code what is wrong
 * @param place where it is
 * @param arguments the particulars; never content of a key
 */
public record Fault(Code code, Place place, List<Object> arguments) {

	/**
	 * Creates the fault.
	 */
	public Fault {
		arguments = List.copyOf(arguments);
	}

	static Fault of(Code code, Place place, Object... arguments) {
		return new Fault(code, place, List.of(arguments));
	}

	/**
	 * What can be wrong.
	 */
	public enum Code {

		/**
		 * A file without content.
		 */
		EMPTY_FILE,

		/**
		 * A block without content.
		 */
		EMPTY_BLOCK,

		/**
		 * More than is read (arguments: the limit in kilobytes).
		 */
		TOO_LARGE,

		/**
		 * ASN.1 that stops before the end that it names (arguments: the bytes that are
		 * there, and those that should be).
		 */
		CUT_OFF,

		/**
		 * More blocks than are read (arguments: the limit).
		 */
		TOO_MANY_BLOCKS,

		/**
		 * No PEM, and nothing else that is known.
		 */
		NOT_PEM,

		/**
		 * Binary data of an unknown kind.
		 */
		BINARY,

		/**
		 * An HTML page.
		 */
		HTML,

		/**
		 * The name of a file in place of its content.
		 */
		FILE_NAME,

		/**
		 * A public key for SSH.
		 */
		SSH_PUBLIC_KEY,

		/**
		 * A private key in the format of PuTTY.
		 */
		PUTTY_KEY,

		/**
		 * A key in JSON.
		 */
		JSON_WEB_KEY,

		/**
		 * A BEGIN line that can't be recognised.
		 */
		MALFORMED_BEGIN,

		/**
		 * An END line that nothing began.
		 */
		END_WITHOUT_BEGIN,

		/**
		 * A block without an END line.
		 */
		UNTERMINATED,

		/**
		 * A block that ends under another name (arguments: the name of BEGIN, the name of
		 * END, the line of END).
		 */
		END_DIFFERS,

		/**
		 * A character that is not Base64 (arguments: line, column).
		 */
		BAD_BASE64,

		/**
		 * Base64 that stops in the middle (arguments: the last line).
		 */
		CUT_BASE64,

		/**
		 * A certificate signing request.
		 */
		REQUEST,

		/**
		 * A public key.
		 */
		PUBLIC_KEY,

		/**
		 * A list of revoked certificates.
		 */
		REVOCATION_LIST,

		/**
		 * A block of another kind (arguments: its name).
		 */
		OTHER_BLOCK,

		/**
		 * A certificate that is larger than any real one.
		 */
		CERTIFICATE_TOO_LARGE,

		/**
		 * Content that is not a certificate.
		 */
		UNREADABLE_CERTIFICATE,

		/**
		 * Content that is not a private key.
		 */
		UNREADABLE_KEY,

		/**
		 * A private key whose parts contradict each other.
		 */
		DAMAGED_KEY,

		/**
		 * A private key in the format of OpenSSH.
		 */
		OPENSSH_KEY,

		/**
		 * A private key of a kind that is not read (arguments: algorithm).
		 */
		UNSUPPORTED_KEY,

		/**
		 * An EC key that does not name its curve.
		 */
		CURVE_MISSING,

		/**
		 * An encrypted key without a passphrase.
		 */
		PASSPHRASE_MISSING,

		/**
		 * An encrypted key with a passphrase that does not open it.
		 */
		WRONG_PASSPHRASE,

		/**
		 * A key under a cipher that is not read (arguments: the cipher).
		 */
		UNSUPPORTED_CIPHER,

		/**
		 * A passphrase that costs more work to try than any real key needs.
		 */
		TOO_MUCH_WORK,

		/**
		 * More than can be read in the time that there is (arguments: the time in
		 * seconds).
		 */
		OUT_OF_TIME,

		/**
		 * A container without its password.
		 */
		PASSWORD_MISSING,

		/**
		 * A container with a password that does not open it.
		 */
		WRONG_PASSWORD,

		/**
		 * A container that is damaged or of an unknown kind.
		 */
		UNREADABLE_CONTAINER,

		/**
		 * A container without any certificate or key.
		 */
		EMPTY_CONTAINER,

		/**
		 * A key store in the format JCEKS.
		 */
		JCEKS,

		/**
		 * A ZIP archive whose content is larger than is unpacked.
		 */
		ZIP_TOO_LARGE,

		/**
		 * A ZIP archive under a password.
		 */
		ZIP_ENCRYPTED

	}

}
