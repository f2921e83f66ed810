package dev.certdeck.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Tests the database by a write: a valid connection may belong to a database that has
 * closed itself, and one that reads may have no space to write. It runs at the start too,
 * since nothing works without writes.
 */
class DatabaseProbe implements InitializingBean {

	private final JdbcOperations jdbc;

	private final int timeoutMillis;

	DatabaseProbe(JdbcOperations jdbc, int timeoutMillis) {
		this.jdbc = jdbc;
		this.timeoutMillis = timeoutMillis;
	}

	@Override
	public void afterPropertiesSet() {
		ask();
	}

	/**
	 * Writes a row.
	 * @throws RuntimeException if the database does not take it
	 */
	void ask() {
		this.jdbc.execute(this::write);
	}

	private int write(Connection connection) throws SQLException {
		// The pool takes the limit back.
		connection.setNetworkTimeout(Runnable::run, this.timeoutMillis);
		try (Statement statement = connection.createStatement()) {
			return statement.executeUpdate("update database_probe set asked_at = current_timestamp where id = 1");
		}
	}

}
