package dev.certdeck.upload;

import java.util.List;

import dev.certdeck.pki.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The upload form as its page shows it. It never holds a private key or a passphrase.
 *
 * @param token the one-time token
 * @param type the chosen type, absent if none that is known was
 * @param alias the alias
 * @param chain the certificates that could be read, in normalised PEM
 * @param withheld whether the field held anything else, which is not shown again
 * @param result what was found, absent if nothing was checked yet
 * @param refused whether the upload was refused
 */
record FormView(String token, @Nullable String type, String alias, String chain, boolean withheld,
		@Nullable ResultView result, boolean refused) {

	/**
	 * Returns the problems of one field.
	 * @param field the field's name
	 * @return its problems
	 */
	public List<Finding> problemsOf(String field) {
		return (this.result != null) ? this.result.problemsOf(field) : List.of();
	}

	/**
	 * Tells whether a field has problems.
	 * @param field the field's name
	 * @return {@code true} if it has
	 */
	public boolean isInvalid(String field) {
		return !problemsOf(field).isEmpty();
	}

}
