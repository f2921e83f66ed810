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

	private final int patienceMillis;

	/**
	 * Creates the probe.
	 * @param jdbc the database
	 * @param patienceMillis how long to wait for its answer, once there is a connection
	 */
	DatabaseProbe(JdbcOperations jdbc, int patienceMillis) {
		this.jdbc = jdbc;
		this.patienceMillis = patienceMillis;
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
		connection.setNetworkTimeout(Runnable::run, this.patienceMillis);
		try (Statement statement = connection.createStatement()) {
			return statement.executeUpdate("update database_probe set asked_at = current_timestamp where id = 1");
		}
	}

}
