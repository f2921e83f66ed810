package dev.certdeck.upload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The judgement of an upload.
 *
 * @param findings what was found, in the order of the form
 * @param candidate what can be sent, absent if there is a problem
 */
record Verdict(List<Finding> findings, @Nullable Candidate candidate) {

	/**
	 * Creates the verdict.
	 */
	Verdict {
		findings = List.copyOf(findings);
	}

	/**
	 * Returns the verdict on an upload that has one problem.
	 * @param problem the problem
	 * @return the verdict
	 */
	static Verdict refused(Finding problem) {
		return new Verdict(List.of(problem), null);
	}

	/**
	 * Returns what stops the upload.
	 * @return the problems
	 */
	List<Finding> problems() {
		return this.findings.stream().filter((finding) -> finding.severity() == Finding.Severity.PROBLEM).toList();
	}

}
