package dev.certdeck.upload.pem;

import java.util.List;

/**
 * Something in a text that can't be read as asked, or is not what was asked for.
 *
 * @param code what is wrong
 * @param arguments where it is and what it is; never content of the text
 */
public record Fault(Code code, List<Object> arguments) {

	/**
	 * Creates the fault.
	 */
	public Fault {
		arguments = List.copyOf(arguments);
	}

	static Fault of(Code code, Object... arguments) {
		return new Fault(code, List.of(arguments));
	}

	static Fault in(PemBlock block, Code code) {
		return of(code, block.number(), block.line());
	}

	static Fault foreign(PemBlock block) {
		return switch (block.kind()) {
			case CERTIFICATE -> in(block, Code.CERTIFICATE);
			case REQUEST -> in(block, Code.REQUEST);
			case PRIVATE_KEY -> in(block, Code.PRIVATE_KEY);
			case PUBLIC_KEY -> in(block, Code.PUBLIC_KEY);
			case PKCS7 -> in(block, Code.PKCS7);
			case PARAMETERS, OTHER -> of(Code.OTHER_BLOCK, block.number(), block.line(), block.label());
		};
	}

	/**
	 * What can be wrong. Where nothing else is said the arguments are the number of the
	 * block and the line in which it begins.
	 */
	public enum Code {

		/**
		 * Nothing but white space.
		 */
		EMPTY,

		/**
		 * More text than is read (arguments: the limit in kilobytes).
		 */
		TOO_LARGE,

		/**
		 * More blocks than are read (arguments: the limit).
		 */
		TOO_MANY_BLOCKS,

		/**
		 * No PEM, and nothing else that is known (no arguments).
		 */
		NOT_PEM,

		/**
		 * Binary data of an unknown kind (no arguments).
		 */
		BINARY,

		/**
		 * Binary ASN.1, such as a DER file (no arguments).
		 */
		DER,

		/**
		 * A PKCS#12 file (no arguments).
		 */
		PKCS12,

		/**
		 * A Java key store (no arguments).
		 */
		JAVA_KEY_STORE,

		/**
		 * A ZIP archive (no arguments).
		 */
		ZIP,

		/**
		 * An HTML page (no arguments).
		 */
		HTML,

		/**
		 * The name of a file in place of its content (no arguments).
		 */
		FILE_NAME,

		/**
		 * A public key for SSH (no arguments).
		 */
		SSH_PUBLIC_KEY,

		/**
		 * Base64 without a BEGIN line (no arguments).
		 */
		BARE_BASE64,

		/**
		 * A BEGIN line without its hyphens (arguments: the line).
		 */
		MALFORMED_BEGIN,

		/**
		 * An END line that nothing began (arguments: the line).
		 */
		END_WITHOUT_BEGIN,

		/**
		 * A block without an END line.
		 */
		UNTERMINATED,

		/**
		 * A block that ends under another name (arguments: number, line of the END line,
		 * the name of BEGIN, the name of END).
		 */
		END_DIFFERS,

		/**
		 * A block without content.
		 */
		EMPTY_BLOCK,

		/**
		 * A character that is not Base64 (arguments: number, line, column).
		 */
		BAD_BASE64,

		/**
		 * Base64 that stops in the middle (arguments: number, last line).
		 */
		CUT_BASE64,

		/**
		 * A certificate where none is wanted.
		 */
		CERTIFICATE,

		/**
		 * A private key where none is wanted.
		 */
		PRIVATE_KEY,

		/**
		 * A certificate signing request.
		 */
		REQUEST,

		/**
		 * A public key.
		 */
		PUBLIC_KEY,

		/**
		 * A PKCS#7 bundle.
		 */
		PKCS7,

		/**
		 * A block of another kind (arguments: number, line, name).
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
		 * A private key under a passphrase.
		 */
		ENCRYPTED_KEY,

		/**
		 * A private key in the format of OpenSSH.
		 */
		OPENSSH_KEY,

		/**
		 * A private key of an algorithm or size that is not supported (arguments: number,
		 * line, algorithm).
		 */
		UNSUPPORTED_KEY,

		/**
		 * An EC key that does not name its curve.
		 */
		CURVE_MISSING,

		/**
		 * More than one private key (arguments: how many).
		 */
		SEVERAL_KEYS

	}

}
