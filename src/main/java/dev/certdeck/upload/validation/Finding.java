package dev.certdeck.upload.validation;

import java.util.List;
import java.util.Locale;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.ParsedKey;
import dev.certdeck.pki.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that the judgement of an upload found.
 *
 * @param severity whether it stops the upload
 * @param field the field that it is about
 * @param place where it stands, absent if it is about the field as a whole
 * @param code what was found, the key of its text under {@code upload.finding}
 * @param arguments the particulars for the text; never content of a key
 * @param related the held certificate that it is about, if there is one
 */
public record Finding(Severity severity, Field field, @Nullable Place place, String code, List<Object> arguments,
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

	static Finding problem(Enum<?> code, Place place, List<Object> arguments) {
		return new Finding(Severity.PROBLEM, Field.of(place.slot()), place, codeOf(code), arguments, null);
	}

	static Finding note(Enum<?> code, Place place, List<Object> arguments) {
		return new Finding(Severity.NOTE, Field.of(place.slot()), place, codeOf(code), arguments, null);
	}

	static Finding of(Severity severity, ParsedCertificate certificate, String code, Object... arguments) {
		Place place = certificate.place();
		return new Finding(severity, Field.of(place.slot()), place, code, List.of(arguments), null);
	}

	static Finding of(Severity severity, ParsedKey key, String code, Object... arguments) {
		return new Finding(severity, Field.of(key.place().slot()), key.place(), code, List.of(arguments), null);
	}

	static String codeOf(Enum<?> code) {
		return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Finding as(String other) {
		return new Finding(this.severity, this.field, this.place, other, this.arguments, this.related);
	}

	Finding in(Field other) {
		return new Finding(this.severity, other, this.place, this.code, this.arguments, this.related);
	}

	/**
	 * Returns the same finding about a held certificate.
	 * @param id the certificate's id
	 * @return the finding
	 */
	public Finding about(CertificateId id) {
		return new Finding(this.severity, this.field, this.place, this.code, this.arguments, id);
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
