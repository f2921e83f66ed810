package dev.certdeck.sandbox;

/**
 * How the cloud behaves where its documentation promises nothing.
 */
public enum Temper {

	/**
	 * Every answer is complete at once.
	 */
	IDEAL,

	/**
	 * As the real cloud was seen to behave: the first search for what uses a certificate
	 * takes long, its result is empty at first and then lacks numbers; some calls are
	 * throttled, and some times are written in odd forms.
	 */
	AS_SEEN

}
