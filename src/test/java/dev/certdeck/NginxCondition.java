package dev.certdeck;

import dev.certdeck.browser.Tool;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests behind nginx where there is none, and fails them there if the environment
 * variable {@code CI} is {@code true}.
 */
class NginxCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Tool.missing(Tool.NGINX, Tool.OPENSSL)
			.map(ConditionEvaluationResult::disabled)
			.orElseGet(() -> ConditionEvaluationResult.enabled("nginx is there"));
	}

}
