package dev.certdeck.upload.verdict;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.upload.pem.PemCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of an upload.
 *
 * @param findings what was found, the weightiest first and in the order of the form
 * @param certificates the certificates that were read whole
 * @param preview what was read, absent if no certificate was
 * @param candidate what can be sent, absent if there is a problem other than that it is
 * held already
 */
public record Verdict(List<Finding> findings, List<PemCertificate> certificates, @Nullable Preview preview,
		@Nullable Candidate candidate) {

	/**
	 * Creates the verdict.
	 */
	public Verdict {
		findings = List.copyOf(findings);
		certificates = List.copyOf(certificates);
	}

	/**
	 * Returns the same verdict with one more problem, which stops the upload.
	 * @param problem the problem
	 * @return the verdict
	 */
	public Verdict refused(Finding problem) {
		List<Finding> all = new ArrayList<>(this.findings);
		all.add(0, problem);
		return new Verdict(all, this.certificates, this.preview, null);
	}

	/**
	 * Returns the same verdict with a problem in place of what it said about the account,
	 * which the cloud has corrected or could not confirm.
	 * @param problem the problem
	 * @return the verdict
	 */
	public Verdict corrected(Finding problem) {
		return new Verdict(this.findings.stream().filter((finding) -> !HeldRule.isAboutTheAccount(finding)).toList(),
				this.certificates, this.preview, null)
			.refused(problem);
	}

	/**
	 * Returns what stops the upload.
	 * @return the problems
	 */
	public List<Finding> problems() {
		return this.findings.stream().filter(Finding::isProblem).toList();
	}

}
