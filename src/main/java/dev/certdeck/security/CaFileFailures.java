package dev.certdeck.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one line what is wrong with the file of authorities.
 */
class CaFileFailures extends AbstractFailureAnalyzer<CaFileException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CaFileException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause);
	}

}
