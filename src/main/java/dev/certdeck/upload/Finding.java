package dev.certdeck.upload;

import java.util.List;
import java.util.Locale;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.upload.pem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Something that the judgement of an upload found.
 *
 * @param severity whether it stops the upload
 * @param field the field that it is about
 * @param code what was found, the key of its text under {@code upload.finding}
 * @param arguments the particulars for the text; never content of a key
 * @param related the held certificate that it is about, if there is one
 */
record Finding(Severity severity, Field field, String code, List<Object> arguments, @Nullable CertificateId related) {

	/**
	 * Creates the finding.
	 */
	Finding {
		arguments = List.copyOf(arguments);
	}

	static Finding problem(Field field, String code, Object... arguments) {
		return new Finding(Severity.PROBLEM, field, code, List.of(arguments), null);
	}

	static Finding problem(Field field, Fault fault) {
		return problem(field, codeOf(fault.code()), fault.arguments().toArray());
	}

	static String codeOf(Fault.Code code) {
		return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Finding about(CertificateId id) {
		return new Finding(this.severity, this.field, this.code, this.arguments, id);
	}

	/**
	 * How much a finding weighs.
	 */
	enum Severity {

		/**
		 * Stops the upload.
		 */
		PROBLEM,

		/**
		 * Does not stop the upload, but deserves a look.
		 */
		WARNING,

		/**
		 * Tells what was changed.
		 */
		NOTE

	}

}
