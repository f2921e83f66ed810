package dev.certdeck.upload;

import dev.certdeck.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/**
 * What was sent in for an upload. It lives as long as its request.
 *
 * @param type the type, absent if none that is known was given
 * @param alias the account's remark, may be empty
 * @param chain the text given as certificate and chain, may be empty
 * @param key the text given as private key, may be empty
 */
record Submission(@Nullable CertificateType type, String alias, Text chain, Text key) {

	/**
	 * A text that was pasted, came as a file, or both.
	 *
	 * @param pasted the content of the field
	 * @param uploaded the content of the file
	 */
	record Text(String pasted, String uploaded) {

		/**
		 * Returns the one text.
		 * @return the file's content if there is any, else the field's
		 */
		String value() {
			return this.uploaded.isBlank() ? this.pasted : this.uploaded;
		}

		/**
		 * Tells whether field and file contradict each other.
		 * @return {@code true} if both were given and differ
		 */
		boolean isAmbiguous() {
			return !this.pasted.isBlank() && !this.uploaded.isBlank()
					&& !this.pasted.strip().lines().toList().equals(this.uploaded.strip().lines().toList());
		}

		boolean isEmpty() {
			return value().isBlank();
		}

		/**
		 * Hides the content.
		 */
		@Override
		public String toString() {
			return "Text[%d characters]".formatted(value().length());
		}

	}

}
