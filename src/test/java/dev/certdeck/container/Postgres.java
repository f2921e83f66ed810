package dev.certdeck.container;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A new database on the one PostgreSQL server of the tests: one in a container, or where
 * the system property {@value #GIVEN} says, as in {@code localhost:5432}. There the user
 * {@code certdeck} with this password may create databases.
 *
 * @param url its JDBC URL
 * @param user the user
 * @param password the user's password
 */
public record Postgres(String url, String user, String password) {

	private static final String GIVEN = "postgres";

	private static final PostgreSQLContainer SERVER = new PostgreSQLContainer("postgres:17");

	/**
	 * Tells whether there is a server without a container.
	 * @return {@code true} if a system property names it
	 */
	static boolean isGiven() {
		return System.getProperty(GIVEN) != null;
	}

	/**
	 * Makes a database.
	 * @return the database, empty
	 */
	public static Postgres create() {
		Postgres server = server();
		String name = "test_" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = DriverManager.getConnection(server.url, server.user, server.password);
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Postgres(server.url.replaceFirst("/[^/]*$", "/" + name), server.user, server.password);
	}

	private static Postgres server() {
		if (isGiven()) {
			return new Postgres("jdbc:postgresql://%s/postgres".formatted(System.getProperty(GIVEN)), "certdeck",
					"certdeck");
		}
		SERVER.start();
		return new Postgres("jdbc:postgresql://%s:%d/postgres".formatted(SERVER.getHost(), SERVER.getMappedPort(5432)),
				SERVER.getUsername(), SERVER.getPassword());
	}

}
