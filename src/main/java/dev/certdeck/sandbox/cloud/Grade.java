package dev.certdeck.sandbox.cloud;

/**
 * Levels of validation by an authority.
 */
public enum Grade {

	/**
	 * Domain validation.
	 */
	DV,

	/**
	 * Organisation validation.
	 */
	OV,

	/**
	 * Extended validation.
	 */
	EV

}
