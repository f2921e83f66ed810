package dev.certdeck.upload.validation;

import java.util.Locale;

import dev.certdeck.pki.Slot;

/**
 * The fields of the upload form.
 */
public enum Field {

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
	 * The passphrase of a key or the password of a container.
	 */
	PASSPHRASE,

	/**
	 * No field: the upload as a whole.
	 */
	FORM;

	static Field of(Slot slot) {
		return (slot != Slot.KEY) ? CHAIN : KEY;
	}

	/**
	 * Returns the field's name in the form.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
