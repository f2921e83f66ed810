package dev.certdeck.upload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The upload form as its page shows it. It has no place for a private key.
 *
 * @param token the one-time token
 * @param type the chosen type, absent if none that is known was
 * @param alias the remark
 * @param chain the certificate text, empty if it might hold a key
 * @param withheld whether a certificate text was given and is not shown again
 * @param problems what has to be put right, in the order of the form
 */
record FormView(String token, @Nullable String type, String alias, String chain, boolean withheld,
		List<Problem> problems) {

	/**
	 * Returns the problems of one field.
	 * @param field the field's name
	 * @return its problems
	 */
	public List<Problem> problemsOf(String field) {
		return this.problems.stream().filter((problem) -> problem.field().equals(field)).toList();
	}

	/**
	 * Tells whether a field has problems.
	 * @param field the field's name
	 * @return {@code true} if it has
	 */
	public boolean isInvalid(String field) {
		return !problemsOf(field).isEmpty();
	}

	/**
	 * Tells whether the form was sent and refused.
	 * @return {@code true} if there is a problem
	 */
	public boolean isRefused() {
		return !this.problems.isEmpty();
	}

	/**
	 * A problem in words.
	 *
	 * @param field the field's name
	 * @param text the words
	 * @param related the id of the held certificate that it is about, if there is one
	 */
	public record Problem(String field, String text, @Nullable String related) {

	}

}
