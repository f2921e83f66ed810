package dev.certdeck.upload;

import java.time.Instant;
import java.util.List;

import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.Finding.Severity;
import dev.certdeck.pki.Place;
import dev.certdeck.upload.validation.ValidationResult;
import dev.certdeck.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The result of a validation as the page shows it.
 *
 * @param result the result
 * @param texts writes the texts
 * @param now the present
 */
record ResultView(ValidationResult result, Texts texts, Instant now) {

	/**
	 * Counts the findings.
	 * @return how many problems, warnings and notes there are, in words
	 */
	public String summary() {
		return this.texts.text("upload.result.summary", problems().size(), warnings().size(), notes().size());
	}

	/**
	 * Tells whether nothing stops the upload.
	 * @return {@code true} if there is no problem
	 */
	public boolean isReady() {
		return problems().isEmpty();
	}

	/**
	 * Returns what stops the upload.
	 * @return the problems
	 */
	public List<Finding> problems() {
		return findings(Severity.PROBLEM);
	}

	/**
	 * Returns what deserves attention.
	 * @return the warnings
	 */
	public List<Finding> warnings() {
		return findings(Severity.WARNING);
	}

	/**
	 * Returns what was changed and what is good to know.
	 * @return the notes
	 */
	public List<Finding> notes() {
		return findings(Severity.NOTE);
	}

	private List<Finding> findings(Severity severity) {
		return this.result.findings().stream().filter((finding) -> finding.severity() == severity).distinct().toList();
	}

	/**
	 * Returns the problems of one field.
	 * @param field the field's name
	 * @return its problems
	 */
	public List<Finding> problemsOf(String field) {
		return problems().stream().filter((problem) -> problem.field().id().equals(field)).toList();
	}

	/**
	 * Writes a finding.
	 * @param finding the finding
	 * @return the text for its field, else the text for all fields
	 */
	public String text(Finding finding) {
		return this.texts.text(
				List.of("upload.finding.%s.%s".formatted(finding.field().id(), finding.code().id()),
						"upload.finding." + finding.code().id()),
				finding.arguments().stream().map(this::argument).toList());
	}

	private Object argument(Object argument) {
		if (argument instanceof Validity validity) {
			Instant until = validity.until();
			return (until == null || validity.isEndless()) ? this.texts.end(until, "full") : argument(until);
		}
		return (argument instanceof Instant) ? Message.of("upload.instant", argument, argument) : argument;
	}

	/**
	 * Writes where a finding stands.
	 * @param finding the finding
	 * @return the place in its field, such as {@code chain.pem, block 2, line 27}, empty
	 * for the field as a whole
	 */
	public String place(Finding finding) {
		Place place = finding.place();
		boolean hasLine = place.line() > 0;
		String part = (place.block() > 0) ? (hasLine ? "block" : "item") : (hasLine ? "line" : "whole");
		return this.texts.text("upload.place." + (place.file().isEmpty() ? part : "file." + part), place.file(),
				place.block(), place.line());
	}

	/**
	 * Returns what was read.
	 * @return the preview, absent if no certificate was read
	 */
	public @Nullable PreviewView preview() {
		return (this.result.preview() != null) ? new PreviewView(this.result.preview(), this.texts, this.now) : null;
	}

}
