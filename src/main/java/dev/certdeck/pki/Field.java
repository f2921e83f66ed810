package dev.certdeck.pki;

import java.util.Locale;

/**
 * The fields of the upload form.
 */
public enum Field {

	/**
	 * The type, SVR or CA.
	 */
	TYPE,

	/**
	 * The alias that the account chooses.
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
	 * The passphrase of a key or the password of a container.
	 */
	PASSPHRASE,

	/**
	 * No field: the form as a whole.
	 */
	FORM;

	/**
	 * Returns the field's name in the form.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
