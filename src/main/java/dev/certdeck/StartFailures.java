package dev.certdeck;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.http.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Reports why Certdeck did not start in one sentence, in place of a stack trace.
 */
class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

	private static final String MISSING_ACTION = """
			Set them in the environment or in an application.yaml beside the jar.
			To try Certdeck without an account, start the sandbox: --spring.profiles.active=sandbox""";

	private static final String IN_USE_ACTION = """
			One file is for one process. Stop the other one, choose another file with --certdeck.database.file,
			or give all replicas one PostgreSQL database with spring.datasource.url, .username and .password.""";

	private static final String UNREACHABLE_ACTION = "Check spring.datasource.url, .username and .password.";

	private static final String DAMAGED_ACTION = """
			Put the file back from a backup, or move it away to begin with an empty one:
			people then sign in anew, and the audit trail begins anew.""";

	private static final String READ_ONLY_ACTION = """
			Certdeck keeps sessions and the audit trail there: give it a database that it may write to.""";

	private static final String NO_FILE_ACTION = """
			Choose a directory that Certdeck may write to, with room in it, with --certdeck.database.file.""";

	private static final int H2_FILE_IN_USE = 90020;

	/**
	 * H2's error codes for a file that is damaged or of another version of H2.
	 */
	private static final Set<Integer> H2_DAMAGED = Set.of(90030, 90048);

	private static final String H2_GENERAL_ERROR = "HY000";

	private static final int H2_READ_ONLY = 90097;

	/**
	 * H2's error codes for a file that can't be created, read or written.
	 */
	private static final Set<Integer> H2_FILE_FAILED = Set.of(90024, 90028, 90031, 90034, 90062);

	/**
	 * SQL states of a read-only database, or of one that this user may not write to.
	 */
	private static final Set<String> READ_ONLY = Set.of("25006", "42501");

	/**
	 * SQL states of a wrong user, password or database name.
	 */
	private static final Set<String> NO_ACCESS = Set.of("28000", "28P01", "3D000");

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
		return (cause instanceof SQLException sql) ? explain(sql) : null;
	}

	private static @Nullable FailureAnalysis explain(SQLException sql) {
		int code = sql.getErrorCode();
		String state = String.valueOf(sql.getSQLState());
		if (code == H2_FILE_IN_USE) {
			return analysis("another process uses the database file. ", sql, IN_USE_ACTION);
		}
		if (H2_DAMAGED.contains(code)) {
			return analysis("the database file is damaged. ", sql, DAMAGED_ACTION);
		}
		if (code == H2_READ_ONLY || READ_ONLY.contains(state)) {
			return analysis("the database takes no writes. ", sql, READ_ONLY_ACTION);
		}
		if (H2_FILE_FAILED.contains(code)
				|| NestedExceptionUtils.getRootCause(sql) instanceof IOException && state.equals(H2_GENERAL_ERROR)) {
			return analysis("the database file can't be used. ", sql, NO_FILE_ACTION);
		}
		if (state.startsWith(CONNECTION_FAILED) || NO_ACCESS.contains(state)) {
			return analysis("the database can't be reached. ", sql, UNREACHABLE_ACTION);
		}
		return null;
	}

	private static FailureAnalysis analysis(String description, SQLException cause, String action) {
		return new FailureAnalysis(description + firstSentence(cause), action, cause);
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
