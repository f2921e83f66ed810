package dev.certdeck.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports an invalid setting of the single sign-on in one line.
 */
class SsoSettingFailures extends AbstractFailureAnalyzer<SsoSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SsoSettingException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause);
	}

}
