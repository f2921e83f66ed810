package dev.certdeck.pki;

import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A PEM block.
 *
 * @param number the block's number in its text, from 1
 * @param line the line of its BEGIN line, from 1
 * @param label the label of the BEGIN line
 * @param encryption how the content is encrypted by the headers, empty if it is not
 * @param content the decoded content
 */
record PemBlock(int number, int line, String label, String encryption, byte[] content) {

	private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

	private static final Set<String> REQUESTS = Set.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

	private static final Set<String> BUNDLES = Set.of("PKCS7", "PKCS #7 SIGNED DATA", "CMS");

	private static final Set<String> OTHERS = Set.of("PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY",
			"EC PRIVATE KEY", "DSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PUBLIC KEY", "RSA PUBLIC KEY", "EC PARAMETERS",
			"DSA PARAMETERS", "DH PARAMETERS", "X509 CRL", "PKCS12", "ATTRIBUTE CERTIFICATE", "PGP MESSAGE",
			"PGP PUBLIC KEY BLOCK", "PGP PRIVATE KEY BLOCK");

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	Kind kind() {
		if (CERTIFICATES.contains(this.label)) {
			return Kind.CERTIFICATE;
		}
		if (REQUESTS.contains(this.label)) {
			return Kind.REQUEST;
		}
		if (this.label.endsWith("PRIVATE KEY")) {
			return Kind.PRIVATE_KEY;
		}
		if (this.label.endsWith("PUBLIC KEY")) {
			return Kind.PUBLIC_KEY;
		}
		if (this.label.endsWith("PARAMETERS")) {
			return Kind.PARAMETERS;
		}
		if (this.label.endsWith("CRL")) {
			return Kind.REVOCATION_LIST;
		}
		return BUNDLES.contains(this.label) ? Kind.PKCS7 : Kind.OTHER;
	}

	/**
	 * Returns the label if it is a known one. Any other may hold anything.
	 * @return the label, or an ellipsis
	 */
	String shownLabel() {
		return shown(this.label);
	}

	static String shown(String label) {
		boolean known = Stream.of(CERTIFICATES, REQUESTS, BUNDLES, OTHERS).anyMatch((labels) -> labels.contains(label));
		return known ? label : FileName.HIDDEN;
	}

	boolean isEncrypted() {
		return !this.encryption.isEmpty();
	}

	static String write(String label, byte[] content) {
		return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, LINES.encodeToString(content), label);
	}

	/**
	 * Describes the block without its content.
	 */
	@Override
	public String toString() {
		return "PemBlock[number=%d, line=%d, label=%s]".formatted(this.number, this.line, shownLabel());
	}

	/**
	 * The kinds of blocks, by their labels.
	 */
	enum Kind {

		CERTIFICATE, REQUEST, PRIVATE_KEY, PUBLIC_KEY, PARAMETERS, PKCS7, REVOCATION_LIST, OTHER

	}

}
