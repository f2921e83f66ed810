package dev.certdeck.pki;

import java.util.List;

import dev.certdeck.certificate.CertificateId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found in a form: by reading it or by a rule.
 *
 * @param code what was found
 * @param place the field that it is about, and where in it
 * @param arguments the particulars for its text; never content of a key
 */
public record Finding(FindingCode code, Place place, List<Object> arguments) {

	/**
	 * Creates the finding.
	 */
	public Finding {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Creates a finding.
	 * @param code what was found
	 * @param place where
	 * @param arguments the particulars
	 * @return the finding
	 */
	public static Finding of(FindingCode code, Place place, Object... arguments) {
		return new Finding(code, place, List.of(arguments));
	}

	/**
	 * Creates a finding about a field as a whole.
	 * @param code what was found
	 * @param field the field
	 * @param arguments the particulars
	 * @return the finding
	 */
	public static Finding of(FindingCode code, Field field, Object... arguments) {
		return of(code, Place.of(field), arguments);
	}

	/**
	 * Returns the same finding about another field.
	 * @param field the field
	 * @return the finding
	 */
	public Finding in(Field field) {
		return new Finding(this.code, new Place(field, this.place.file(), this.place.block(), this.place.line()),
				this.arguments);
	}

	/**
	 * Returns how much the finding weighs.
	 * @return its code's severity
	 */
	public Severity severity() {
		return this.code.severity();
	}

	/**
	 * Tells whether the finding stops the upload.
	 * @return {@code true} if it is a problem
	 */
	public boolean isProblem() {
		return severity() == Severity.PROBLEM;
	}

	/**
	 * Returns the field that the finding is about.
	 * @return the field
	 */
	public Field field() {
		return this.place.field();
	}

	/**
	 * Returns the certificate of the account that the finding is about.
	 * @return the id among its arguments, absent if there is none
	 */
	public @Nullable CertificateId related() {
		return this.arguments.stream()
			.filter(CertificateId.class::isInstance)
			.map(CertificateId.class::cast)
			.findFirst()
			.orElse(null);
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
