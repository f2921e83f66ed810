package dev.certdeck.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.testcontainers.DockerClientFactory;

/**
 * Skips tests that need a Docker engine where none runs, and says at the end how many
 * they were. With the system property {@value #REQUIRED} a missing engine is a failure.
 */
class EngineCondition implements ExecutionCondition {

	private static final String REQUIRED = "require-docker";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isPresent() || DockerClientFactory.instance().isDockerAvailable()) {
			return ConditionEvaluationResult.enabled("A Docker engine runs");
		}
		if (isRequired(System.getProperty(REQUIRED))) {
			throw new IllegalStateException("No Docker engine runs, and -D" + REQUIRED + " asks for one");
		}
		context.getRoot()
			.getStore(Namespace.GLOBAL)
			.computeIfAbsent(Skipped.class)
			.add(AnnotationSupport
				.findAnnotatedMethods(context.getRequiredTestClass(), Testable.class, HierarchyTraversalMode.TOP_DOWN)
				.size());
		return ConditionEvaluationResult.disabled("No Docker engine runs");
	}

	private static boolean isRequired(String property) {
		return property != null && !property.equals("false");
	}

	/**
	 * How many tests were skipped; JUnit closes it after the last test.
	 */
	static class Skipped implements AutoCloseable {

		private int count;

		void add(int tests) {
			this.count += tests;
		}

		@Override
		public void close() {
			System.out.printf(
					"%d tests with containers were skipped: no Docker engine runs. -D%s makes that a failure.%n",
					this.count, REQUIRED);
		}

	}

}
