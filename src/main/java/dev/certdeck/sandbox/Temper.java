package dev.certdeck.sandbox;

/**
 * How the cloud behaves where its documentation promises nothing.
 */
public enum Temper {

	/**
	 * At its best: every answer is whole at once.
	 */
	IDEAL,

	/**
	 * As people saw the real one behave: the first search for what uses a certificate
	 * takes long, has an empty result before it has one and numbers that are {@code null}
	 * before they are numbers; some calls are throttled, and some times are written in
	 * odd forms.
	 */
	AS_SEEN

}
