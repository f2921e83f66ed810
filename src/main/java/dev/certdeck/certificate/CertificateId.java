package dev.certdeck.certificate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id that the cloud gave to a certificate, such as {@code GjTNRoK7}.
 *
 * @param value the id as the cloud writes it: letters, digits, hyphens and underscores,
 * case-sensitive
 */
public record CertificateId(String value) implements Comparable<CertificateId> {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/**
	 * Creates the id.
	 * @throws IllegalArgumentException if the value can't be an id
	 */
	public CertificateId {
		if (!isValid(value)) {
			throw new IllegalArgumentException("Not a certificate id");
		}
	}

	/**
	 * Tells whether the value has the form of an id.
	 * @param value any text
	 * @return {@code true} if {@link #CertificateId(String)} would accept it
	 */
	public static boolean isValid(String value) {
		return FORM.matcher(value).matches();
	}

	/**
	 * Parses an id.
	 * @param value any text
	 * @return the id, or nothing if the text does not have its form
	 */
	public static Optional<CertificateId> parse(String value) {
		return isValid(value) ? Optional.of(new CertificateId(value)) : Optional.empty();
	}

	@Override
	public int compareTo(CertificateId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
