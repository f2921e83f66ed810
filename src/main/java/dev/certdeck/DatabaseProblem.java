package dev.certdeck;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * A problem of the database that stops the start.
 */
enum DatabaseProblem {

	/**
	 * Another process uses H2's file.
	 */
	IN_USE("another process uses the database file", """
			One file is for one process. Stop the other one, choose another file with --certdeck.database.file,
			or give all replicas one PostgreSQL database with spring.datasource.url, .username and .password."""),

	/**
	 * H2's file is damaged or of another version of H2.
	 */
	DAMAGED("the database file is damaged", """
			Put the file back from a backup, or move it away to begin with an empty one:
			people then sign in anew, and the audit trail begins anew."""),

	/**
	 * The database is read-only, or this user may not write to it.
	 */
	READ_ONLY("the database takes no writes",
			"Certdeck keeps sessions and the audit trail there: give it a database that it may write to."),

	/**
	 * H2's file can't be created, read or written.
	 */
	FILE_FAILED("the database file can't be used",
			"Choose a directory that Certdeck may write to, with room in it, with --certdeck.database.file."),

	/**
	 * The connection failed, or the user, password or database name is wrong.
	 */
	UNREACHABLE("the database can't be reached", "Check spring.datasource.url, .username and .password.");

	private static final int H2_FILE_IN_USE = 90020;

	private static final Set<Integer> H2_DAMAGED = Set.of(90030, 90048);

	private static final int H2_READ_ONLY = 90097;

	private static final Set<Integer> H2_FILE_FAILED = Set.of(90024, 90028, 90031, 90034, 90062);

	private static final String H2_GENERAL_ERROR = "HY000";

	private static final Set<String> READ_ONLY_STATES = Set.of("25006", "42501");

	private static final Set<String> NO_ACCESS_STATES = Set.of("28000", "28P01", "3D000");

	private static final String CONNECTION_FAILED = "08";

	private final String description;

	private final String action;

	DatabaseProblem(String description, String action) {
		this.description = description;
		this.action = action;
	}

	/**
	 * Returns the problem by the error code of H2 or the SQL state.
	 * @param failure the failure
	 * @return the problem, absent if it is none of these
	 */
	static @Nullable DatabaseProblem of(SQLException failure) {
		int code = failure.getErrorCode();
		String state = String.valueOf(failure.getSQLState());
		if (code == H2_FILE_IN_USE) {
			return IN_USE;
		}
		if (H2_DAMAGED.contains(code)) {
			return DAMAGED;
		}
		if (code == H2_READ_ONLY || READ_ONLY_STATES.contains(state)) {
			return READ_ONLY;
		}
		if (H2_FILE_FAILED.contains(code) || NestedExceptionUtils.getRootCause(failure) instanceof IOException
				&& state.equals(H2_GENERAL_ERROR)) {
			return FILE_FAILED;
		}
		return (state.startsWith(CONNECTION_FAILED) || NO_ACCESS_STATES.contains(state)) ? UNREACHABLE : null;
	}

	String description() {
		return this.description;
	}

	String action() {
		return this.action;
	}

}
