package dev.certdeck.sandbox.cloud;

/**
 * How thoroughly an authority checks the applicant.
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
