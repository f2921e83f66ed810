package dev.certdeck.upload;

import java.util.Locale;

/**
 * The fields of the upload form.
 */
enum Field {

	/**
	 * The type, SVR or CA.
	 */
	TYPE,

	/**
	 * The account's remark.
	 */
	ALIAS,

	/**
	 * The certificate with its chain.
	 */
	CHAIN,

	/**
	 * The private key.
	 */
	KEY,

	/**
	 * No field: the upload as a whole.
	 */
	FORM;

	/**
	 * Returns the field's name in the form.
	 * @return the name
	 */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
