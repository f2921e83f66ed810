package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of an upload.
 *
 * @param findings what was found, the weightiest first and in the order of the form
 * @param certificates the certificates that were read whole
 * @param preview what was read, absent if no certificate was
 * @param validUpload what can be sent, absent if there is a problem other than that it is
 * held already
 */
public record ValidationResult(List<Finding> findings, List<ParsedCertificate> certificates, @Nullable Preview preview,
		@Nullable ValidUpload validUpload) {

	/**
	 * Creates the verdict.
	 */
	public ValidationResult {
		findings = List.copyOf(findings);
		certificates = List.copyOf(certificates);
	}

	/**
	 * Returns the same verdict with one more problem, which stops the upload.
	 * @param problem the problem
	 * @return the verdict
	 */
	public ValidationResult refused(Finding problem) {
		List<Finding> all = new ArrayList<>(this.findings);
		all.add(0, problem);
		return new ValidationResult(all, this.certificates, this.preview, null);
	}

	/**
	 * Returns the same verdict with a problem in place of what it said about the account,
	 * which the cloud has corrected or could not confirm.
	 * @param problem the problem
	 * @return the verdict
	 */
	public ValidationResult corrected(Finding problem) {
		return new ValidationResult(this.findings.stream()
			.filter((finding) -> !RelatedCertificatesRule.isAboutTheAccount(finding))
			.toList(), this.certificates, this.preview, null).refused(problem);
	}

	/**
	 * Returns what stops the upload.
	 * @return the problems
	 */
	public List<Finding> problems() {
		return this.findings.stream().filter(Finding::isProblem).toList();
	}

}
