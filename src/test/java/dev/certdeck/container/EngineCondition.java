package dev.certdeck.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Skips tests that need a Docker engine where none runs. With the system property
 * {@value #REQUIRED} a missing engine is a failure. A test that needs nothing but a
 * database runs without an engine where a {@linkplain Postgres server} is given.
 */
class EngineCondition implements ExecutionCondition {

	private static final String REQUIRED = "require-docker";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isPresent() || DockerClientFactory.instance().isDockerAvailable()) {
			return ConditionEvaluationResult.enabled("A Docker engine runs");
		}
		if (Postgres.isGiven()) {
			return ConditionEvaluationResult.enabled("A PostgreSQL server is given");
		}
		if (isRequired(System.getProperty(REQUIRED))) {
			throw new IllegalStateException("No Docker engine runs, and -D" + REQUIRED + " asks for one");
		}
		return ConditionEvaluationResult.disabled("no Docker engine runs; -D" + REQUIRED + " makes that a failure");
	}

	private static boolean isRequired(String property) {
		return property != null && !property.equals("false");
	}

}
