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
			.map((missing) -> ConditionEvaluationResult
				.disabled("%s was not run: %s".formatted(context.getDisplayName(), missing)))
			.orElseGet(() -> ConditionEvaluationResult.enabled("nginx is there"));
	}

}
