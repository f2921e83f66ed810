package dev.certdeck;

import java.sql.SQLException;
import java.util.stream.Stream;

import dev.certdeck.http.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Reports why Certdeck did not start in one sentence, in place of a stack trace.
 */
class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

	private static final String MISSING_ACTION = """
			Set them in the environment or in an application.yaml beside the jar.
			To try Certdeck without an account, start the sandbox: --spring.profiles.active=sandbox""";

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.map(StartFailures::explain)
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable FailureAnalysis explain(Throwable cause) {
		if (cause instanceof MissingSettingsException missing) {
			return new FailureAnalysis("these settings are missing:" + System.lineSeparator() + missing.lines(),
					MISSING_ACTION, missing);
		}
		if (cause instanceof InvalidSettingException invalid) {
			return new FailureAnalysis(String.valueOf(invalid.getMessage()), "", invalid);
		}
		if (cause instanceof PortInUseException port) {
			return new FailureAnalysis(
					"port %d is already in use. Stop what uses it, or choose another with %s".formatted(port.getPort(),
							"--server.port, --management.server.port or, for the sandbox, --certdeck.sandbox.port."),
					"", port);
		}
		return (cause instanceof SQLException sql) ? explain(sql) : null;
	}

	private static @Nullable FailureAnalysis explain(SQLException sql) {
		DatabaseProblem problem = DatabaseProblem.of(sql);
		return (problem != null)
				? new FailureAnalysis(problem.description() + ". " + firstSentence(sql), problem.action(), sql) : null;
	}

	private static String firstSentence(SQLException cause) {
		return String.valueOf(cause.getMessage()).split("\\. |\\R|; SQL statement", 2)[0] + ".";
	}

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.println(("Certdeck did not start: " + analysis.getDescription() + System.lineSeparator()
				+ String.valueOf(analysis.getAction()))
			.strip());
	}

}
