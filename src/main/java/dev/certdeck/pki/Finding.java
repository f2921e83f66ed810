package dev.certdeck.pki;

import java.util.List;

import dev.certdeck.certificate.CertificateId;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a form, of a reader or a rule.
 *
 * @param code what was found
 * @param place where it was found
 * @param arguments the arguments of its text; never content of a key
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
	 * @param arguments the arguments of its text
	 * @return the finding
	 */
	public static Finding of(FindingCode code, Place place, Object... arguments) {
		return new Finding(code, place, List.of(arguments));
	}

	/**
	 * Creates a finding about a field as a whole.
	 * @param code what was found
	 * @param field the field
	 * @param arguments the arguments of its text
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
	 * Returns the severity.
	 * @return the severity of its code
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
	 * The severities, the highest first.
	 */
	public enum Severity {

		/**
		 * Stops the upload.
		 */
		PROBLEM,

		/**
		 * Does not stop the upload, but deserves attention.
		 */
		WARNING,

		/**
		 * Says what was changed, or is good to know.
		 */
		NOTE

	}

}
