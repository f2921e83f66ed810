package dev.certdeck.upload.validation;

import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.pki.Finding;
import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a validation.
 *
 * @param findings the findings by severity, then in the order of the form
 * @param certificates the certificates that could be read
 * @param preview what was read, absent if no certificate was
 * @param validUpload what can be sent, absent if there is a problem other than that it is
 * held already
 */
public record ValidationResult(List<Finding> findings, List<ParsedCertificate> certificates, @Nullable Preview preview,
		@Nullable ValidUpload validUpload) {

	/**
	 * Creates the result.
	 */
	public ValidationResult {
		findings = List.copyOf(findings);
		certificates = List.copyOf(certificates);
	}

	/**
	 * Returns the same result with one more problem, which stops the upload.
	 * @param problem the problem
	 * @return the result
	 */
	public ValidationResult refused(Finding problem) {
		return refused(problem, this.findings.stream());
	}

	/**
	 * Returns the same result with a problem in place of its findings about the account,
	 * which the cloud corrected or could not confirm.
	 * @param problem the problem
	 * @return the result
	 */
	public ValidationResult corrected(Finding problem) {
		return refused(problem,
				this.findings.stream().filter((finding) -> !RelatedCertificatesRule.isAboutTheAccount(finding)));
	}

	private ValidationResult refused(Finding problem, Stream<Finding> others) {
		return new ValidationResult(Stream.concat(Stream.of(problem), others).toList(), this.certificates, this.preview,
				null);
	}

	/**
	 * Returns what stops the upload.
	 * @return the problems
	 */
	public List<Finding> problems() {
		return this.findings.stream().filter(Finding::isProblem).toList();
	}

}
