package dev.certdeck;

import java.sql.SQLException;
import java.util.stream.Stream;

import dev.certdeck.web.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says in a few plain words why Certdeck did not start, in place of a stack trace.
 */
class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

	private static final String MISSING_ACTION = """
			Set them in the environment or in an application.yaml beside the jar.
			To try Certdeck without an account, start the sandbox: --spring.profiles.active=sandbox""";

	private static final String IN_USE_ACTION = """
			One file is for one process. Stop the other one, choose another file with --certdeck.database.file,
			or give all replicas one PostgreSQL database with spring.datasource.url, .username and .password.""";

	private static final String UNREACHABLE_ACTION = "Check spring.datasource.url, .username and .password.";

	private static final int H2_FILE_IN_USE = 90020;

	private static final String CONNECTION_FAILED = "08";

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
		if (cause instanceof SQLException sql && sql.getErrorCode() == H2_FILE_IN_USE) {
			return new FailureAnalysis("another process uses the database file. " + firstSentence(sql), IN_USE_ACTION,
					sql);
		}
		if (cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith(CONNECTION_FAILED)) {
			return new FailureAnalysis("the database can't be reached. " + firstSentence(sql), UNREACHABLE_ACTION, sql);
		}
		return null;
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
