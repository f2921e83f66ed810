package dev.certdeck.container;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A new database on the one PostgreSQL server of the tests.
 *
 * @param url its JDBC URL
 * @param user the user
 * @param password the user's password
 */
public record Postgres(String url, String user, String password) {

	private static final PostgreSQLContainer SERVER = new PostgreSQLContainer("postgres:17");

	/**
	 * Makes a database.
	 * @return the database, empty
	 */
	public static Postgres create() {
		SERVER.start();
		String name = "test_" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = SERVER.createConnection(""); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		String url = "jdbc:postgresql://%s:%d/%s".formatted(SERVER.getHost(), SERVER.getMappedPort(5432), name);
		return new Postgres(url, SERVER.getUsername(), SERVER.getPassword());
	}

}
