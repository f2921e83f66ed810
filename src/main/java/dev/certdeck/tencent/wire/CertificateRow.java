package dev.certdeck.tencent.wire;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a certificate, or of a part of it.
 *
 * @param fields the fields
 * @param dialect the dialect in which they are named
 */
record CertificateRow(Fields fields, Dialect dialect) {

	private static final int LONGEST_TEXT = 1000;

	/**
	 * Reads a text.
	 * @param field the field
	 * @return the text, cut if it is long, empty where there is none
	 */
	String text(CertificateField field) {
		String text = this.fields.text(name(field));
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
	}

	/**
	 * Reads the text of a time. Several values in its place must not count as none.
	 * @param field the field
	 * @return the text, one that can't be read if there are several values
	 */
	String time(CertificateField field) {
		return this.fields.isNested(name(field)) ? "[...]" : text(field);
	}

	List<String> texts(CertificateField field) {
		return this.fields.texts(name(field));
	}

	@Nullable Integer integer(CertificateField field) {
		return this.fields.integer(name(field));
	}

	@Nullable Boolean flag(CertificateField field) {
		return this.fields.flag(name(field));
	}

	boolean isSet(CertificateField field) {
		return Boolean.TRUE.equals(flag(field));
	}

	boolean has(CertificateField field) {
		return this.fields.has(name(field));
	}

	boolean isNull(CertificateField field) {
		return has(field) && this.fields.isAbsent(name(field));
	}

	CertificateRow part(CertificateField field) {
		return new CertificateRow(this.fields.object(name(field)), this.dialect);
	}

	private String name(CertificateField field) {
		return field.in(this.dialect);
	}

}
