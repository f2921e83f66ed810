package dev.certdeck.container;

import java.util.List;
import java.util.Map;

import dev.certdeck.PlainBrowser;
import dev.certdeck.sandbox.Sandbox;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certdeck on a PostgreSQL database of its own.
 */
@ContainerTest
class PostgresTests {

	private final Postgres database = Postgres.create();

	private final JdbcClient sql = JdbcClient
		.create(new DriverManagerDataSource(this.database.url(), this.database.user(), this.database.password()));

	private Sandbox sandbox;

	@BeforeAll
	void start() {
		this.sandbox = Sandbox.start(Map.of("certificates", "20"));
	}

	@AfterAll
	void close() {
		this.sandbox.close();
	}

	@Test
	void migratesOnceAndKeepsSessionsOverARestart() {
		try (PlainBrowser browser = new PlainBrowser("")) {
			try (Replica replica = Replica.start(this.sandbox, this.database)) {
				browser.turnTo(replica.url());
				browser.signIn("operator");
				assertThat(people()).containsExactly("operator");
			}
			List<Map<String, Object>> migrations = migrations();
			assertThat(migrations).isNotEmpty().allMatch((row) -> row.get("success").equals(true));
			try (Replica replica = Replica.start(this.sandbox, this.database)) {
				assertThat(migrations()).isEqualTo(migrations);
				browser.turnTo(replica.url());
				HtmlPage list = browser.open("/certificates");
				assertThat(list.getUrl()).hasPath("/certificates");
				assertThat(PlainBrowser.text(list)).contains("Ana Costa · operator");
				PlainBrowser.press(list, "Sign out");
				assertThat(people()).isEmpty();
			}
		}
	}

	private List<String> people() {
		return this.sql.sql("select principal_name from spring_session where principal_name is not null")
			.query(String.class)
			.list();
	}

	private List<Map<String, Object>> migrations() {
		return this.sql.sql("select installed_rank, version, checksum, success from flyway_schema_history")
			.query()
			.listOfRows();
	}

}
