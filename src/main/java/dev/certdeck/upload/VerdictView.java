package dev.certdeck.upload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A verdict in words.
 *
 * @param summary how many problems, warnings and notes there are
 * @param problems what stops the upload
 * @param warnings what deserves a look
 * @param notes what was changed and what is good to know
 * @param preview what was read, absent if no certificate was
 */
record VerdictView(String summary, List<Line> problems, List<Line> warnings, List<Line> notes,
		@Nullable PreviewView preview) {

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
	public List<Line> problemsOf(String field) {
		return this.problems.stream().filter((problem) -> problem.field().equals(field)).toList();
	}

	/**
	 * A finding in words.
	 *
	 * @param code what was found, by its name in the code and the messages
	 * @param field the field's name
	 * @param place where in the field, such as {@code chain.pem, block 2, line 27}; may
	 * be empty
	 * @param text what was found and what to do
	 * @param related the id of the held certificate that it is about, if there is one
	 */
	public record Line(String code, String field, String place, String text, @Nullable String related) {

	}

	/**
	 * What was read, in words.
	 *
	 * @param chain the certificates that are sent, the leaf first
	 * @param leftOut the certificates that are left out
	 * @param missingIssuer the issuer that is missing, if one is
	 * @param names the first names
	 * @param furtherNames how many more there are
	 * @param from when the validity begins
	 * @param until when it ends
	 * @param passed how much of the validity has passed, in percent
	 * @param left how many days are left, or that none are or it has no end
	 * @param keyName the key's algorithm, absent if there is no key
	 * @param pairing whether the key belongs to the leaf: {@code paired},
	 * {@code different} or {@code damaged}; absent if there is no key
	 */
	public record PreviewView(List<Rung> chain, List<Rung> leftOut, @Nullable String missingIssuer, List<String> names,
			int furtherNames, String from, String until, int passed, String left, @Nullable String keyName,
			@Nullable String pairing) {

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
	public record Rung(String title, String role, String issuer, String key, String until) {

	}

}
