package dev.certdeck.upload.verdict;

import java.util.List;
import java.util.Locale;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.upload.pem.Origin;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.PemKey;
import org.jspecify.annotations.Nullable;

/**
 * Something that the judgement of an upload found.
 *
 * @param severity whether it stops the upload
 * @param field the field that it is about
 * @param origin where it stands, absent if it is about the field as a whole
 * @param code what was found, the key of its text under {@code upload.finding}
 * @param arguments the particulars for the text; never content of a key
 * @param related the held certificate that it is about, if there is one
 */
public record Finding(Severity severity, Field field, @Nullable Origin origin, String code, List<Object> arguments,
		@Nullable CertificateId related) {

	/**
	 * Creates the finding.
	 */
	public Finding {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Creates a problem.
	 * @param field the field
	 * @param code what was found
	 * @param arguments the particulars
	 * @return the finding
	 */
	public static Finding problem(Field field, String code, Object... arguments) {
		return new Finding(Severity.PROBLEM, field, null, code, List.of(arguments), null);
	}

	static Finding problem(Enum<?> code, Origin origin, List<Object> arguments) {
		return new Finding(Severity.PROBLEM, Field.of(origin.slot()), origin, codeOf(code), arguments, null);
	}

	static Finding note(Enum<?> code, Origin origin, List<Object> arguments) {
		return new Finding(Severity.NOTE, Field.of(origin.slot()), origin, codeOf(code), arguments, null);
	}

	static Finding of(Severity severity, PemCertificate certificate, String code, Object... arguments) {
		Origin origin = certificate.origin();
		return new Finding(severity, Field.of(origin.slot()), origin, code, List.of(arguments), null);
	}

	static Finding of(Severity severity, PemKey key, String code, Object... arguments) {
		return new Finding(severity, Field.of(key.origin().slot()), key.origin(), code, List.of(arguments), null);
	}

	static String codeOf(Enum<?> code) {
		return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Finding as(String other) {
		return new Finding(this.severity, this.field, this.origin, other, this.arguments, this.related);
	}

	Finding in(Field other) {
		return new Finding(this.severity, other, this.origin, this.code, this.arguments, this.related);
	}

	/**
	 * Returns the same finding about a held certificate.
	 * @param id the certificate's id
	 * @return the finding
	 */
	public Finding about(CertificateId id) {
		return new Finding(this.severity, this.field, this.origin, this.code, this.arguments, id);
	}

	boolean isProblem() {
		return this.severity == Severity.PROBLEM;
	}

	/**
	 * How much a finding weighs.
	 */
	public enum Severity {

		/**
		 * Stops the upload.
		 */
		PROBLEM,

		/**
		 * Does not stop the upload, but deserves a look.
		 */
		WARNING,

		/**
		 * Tells what was changed, or what is good to know.
		 */
		NOTE

	}

}
