package dev.certdeck.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one line what is wrong with a setting of the single sign-on.
 */
class SsoSettingFailures extends AbstractFailureAnalyzer<SsoSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SsoSettingException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause);
	}

}
