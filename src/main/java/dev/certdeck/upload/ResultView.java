package dev.certdeck.upload;

import java.util.List;

import dev.certdeck.pki.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The result of a validation as the page shows it.
 *
 * @param summary how many problems, warnings and notes there are
 * @param problems what stops the upload
 * @param warnings what deserves a look
 * @param notes what was changed and what is good to know
 * @param preview what was read, absent if no certificate was
 * @param words puts findings into words
 */
record ResultView(String summary, List<Finding> problems, List<Finding> warnings, List<Finding> notes,
		@Nullable PreviewView preview, ResultViews words) {

	/**
	 * Tells whether nothing stops the upload.
	 * @return {@code true} if there is no problem
	 */
	public boolean isReady() {
		return this.problems.isEmpty();
	}

	/**
	 * Returns the problems of one field.
	 * @param field the field's name
	 * @return its problems
	 */
	public List<Finding> problemsOf(String field) {
		return this.problems.stream().filter((problem) -> problem.field().id().equals(field)).toList();
	}

	/**
	 * Puts a finding into words.
	 * @param finding the finding
	 * @return what was found and what to do
	 */
	public String text(Finding finding) {
		return this.words.text(finding);
	}

	/**
	 * Tells where a finding stands.
	 * @param finding the finding
	 * @return the place in its field, such as {@code chain.pem, block 2, line 27}; may be
	 * empty
	 */
	public String place(Finding finding) {
		return this.words.place(finding.place());
	}

	/**
	 * What was read, in words.
	 *
	 * @param chain the certificates that are sent, the leaf first
	 * @param leftOut the certificates that are left out
	 * @param missingIssuer the issuer that is missing, if one is
	 * @param names the first names
	 * @param furtherNames how many more there are
	 * @param validity the validity
	 * @param keyName the key's algorithm, absent if there is no key
	 * @param pairing whether the key belongs to the leaf: {@code paired},
	 * {@code different} or {@code damaged}; absent if there is no key
	 */
	public record PreviewView(List<ChainElement> chain, List<ChainElement> leftOut, @Nullable String missingIssuer,
			List<String> names, int furtherNames, Span validity, @Nullable String keyName, @Nullable String pairing) {

	}

	/**
	 * The validity of the leaf.
	 *
	 * @param from when it begins
	 * @param until when it ends
	 * @param passed how much of it has passed, in percent
	 * @param left how many days are left, or that none are or it has no end
	 */
	public record Span(String from, String until, int passed, String left) {

	}

	/**
	 * A certificate of the chain.
	 *
	 * @param title what to call it
	 * @param role {@code leaf}, {@code intermediate} or {@code root}
	 * @param issuer who signed it
	 * @param key its key's algorithm
	 * @param until when it ends
	 */
	public record ChainElement(String title, String role, String issuer, String key, String until) {

	}

}
